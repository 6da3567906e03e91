import type { BlockContent, RootContent } from 'mdast';
import type { PublicDocument } from '@/lib/page-models/model';
import type { Outline } from '@/lib/page-models/outline';
import { publication } from '@/lib/site/publication';
import { heading, list, paragraph, text } from './markdown-nodes';
import { writeMarkdown } from './write-markdown';

type Entry = Readonly<{ href: string; text: string; description?: string }>;

/** `/llms.txt` (llmstxt.org): what the paper is and where it can be read as plain text. */
export function outlineDocument(outline: Outline): PublicDocument {
  const { keys, modified } = outline;
  return {
    kind: 'document',
    keys,
    modified,
    contentType: 'text/plain; charset=utf-8',
    body: renderOutline(outline),
  };
}

/** A title, a quotation that sums up, words, and lists of links under headings: the form’s order. */
export function renderOutline({ sections, stories, feeds }: Outline): string {
  const summary: BlockContent = {
    type: 'blockquote',
    children: [paragraph(publication.description)],
  };
  return writeMarkdown([
    heading(1, publication.name),
    summary,
    paragraph(
      'Every story is also there in Markdown: its address with “.md” at the end. It names its authors, dates, sources and corrections. Cite a story by the address that its head gives as url.',
    ),
    ...links('Newest stories', stories),
    ...links('Sections', sections),
    ...links('Feeds of all stories', feeds),
  ]);
}

function links(title: string, entries: readonly Entry[]): RootContent[] {
  if (entries.length === 0) return [];
  const lines = entries.map(({ href, text: words, description }) => [
    { type: 'link' as const, url: href, children: text(words) },
    ...(description ? text(`: ${description}`) : []),
  ]);
  return [heading(2, title), list(lines)];
}
