import type { RootContent } from 'mdast';
import type { MarkdownStory } from '@/lib/page-models/markdown-story';
import type { PublicDocument, WithdrawnPage } from '@/lib/page-models/model';
import type { SyndicatedStory } from '@/lib/page-models/syndicated-story';
import { publication } from '@/lib/site/publication';
import { pictureCredit } from '@/lib/text/picture-credit';
import { bodyMarkdown, pictureNodes } from './body-markdown';
import { heading, list, paragraph, text } from './markdown-nodes';
import { writeMarkdown } from './write-markdown';
import { permitted } from './xml';

/** A story in Markdown, or the plain word that it was taken back. */
export function markdownDocument(story: MarkdownStory | WithdrawnPage): PublicDocument {
  const { keys, modified } = story;
  const common = {
    kind: 'document',
    keys,
    modified,
    contentType: 'text/markdown; charset=utf-8',
    robots: 'noindex',
  } as const;
  if (story.kind === 'withdrawn') {
    const { headline, withdrawn, reason, head } = story;
    const nodes = [heading(1, `Withdrawn: ${headline}`), paragraph(`${withdrawn.text}: ${reason}`)];
    return {
      ...common,
      status: 410,
      body: writeMarkdown(nodes),
      links: [canonicalLink(head.canonicalUrl)],
    };
  }
  return { ...common, body: renderMarkdown(story.story), links: [canonicalLink(story.story.url)] };
}

/** A story in Markdown (GitHub’s dialect), under what is known of it, as YAML. */
export function renderMarkdown(story: SyndicatedStory): string {
  const { headline, standfirst, image, body, url } = story;
  const nodes = [
    heading(1, headline),
    standfirst === '' ? [] : paragraph(standfirst),
    image === null
      ? []
      : pictureNodes(
          image.url,
          image.alt,
          image.caption === null ? [] : text(image.caption),
          pictureCredit(image.credit, image.rights),
        ),
    bodyMarkdown(body, url),
    sources(story.sources),
    corrections(story.corrections),
  ].flat();
  return `${frontMatter(story)}\n${writeMarkdown(nodes)}`;
}

/** Every text as JSON writes it, which YAML 1.2 reads; what YAML does not print is escaped too. */
function frontMatter(story: SyndicatedStory): string {
  const fields: Readonly<Record<string, string | readonly string[]>> = {
    headline: story.headline,
    byline: story.authors.map(({ text }) => text),
    publication: publication.name,
    section: story.section.text,
    tags: story.tags.map(({ text }) => text),
    published: story.published.toISOString(),
    updated: story.updated.toISOString(),
    language: story.language,
    url: story.url,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${yaml(value)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

function yaml(value: string | readonly string[]): string {
  const clean = typeof value === 'string' ? permitted(value) : value.map(permitted);
  return JSON.stringify(clean).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function sources(all: SyndicatedStory['sources']): RootContent[] {
  if (all.length === 0) return [];
  return [
    heading(2, 'Sources'),
    list(
      all.map(({ name, url, note }) => [
        ...(url === null ? text(name) : [{ type: 'link' as const, url, children: text(name) }]),
        ...(note === null ? [] : text(`: ${note}`)),
      ]),
    ),
  ];
}

function corrections(all: SyndicatedStory['corrections']): RootContent[] {
  if (all.length === 0) return [];
  return [
    heading(2, all.length === 1 ? 'Correction' : 'Corrections'),
    list(all.map(({ at, text: words }) => text(`${at.text}: ${words}`))),
  ];
}

function canonicalLink(url: string): string {
  return `<${url}>; rel="canonical"`;
}
