import type { Content } from '@/lib/document/documents';
import { environment } from '@/lib/site/environment';
import type { Changes, PublishReport } from '@/lib/store/publish-report';
import { formatCount } from '@/lib/text/counts';

/** One line on what publishing did, or in a dry run would do. */
export function summarise(report: PublishReport, dryRun: boolean): string {
  const { articles } = report;
  if (!report.anythingChanged) {
    return nothingToDo(articles.unchanged.length);
  }
  const stories = [
    part(articles.created.length, 'new'),
    part(articles.updated.length, 'changed'),
    part(articles.renamed.length, 'renamed'),
    part(articles.withdrawn.length, 'withdrawn'),
  ].flat();
  const others = [
    kindPart(report.sections, 'section', 'sections'),
    kindPart(report.tags, 'tag', 'tags'),
    kindPart(report.authors, 'author', 'authors'),
    kindPart(report.pages, 'page', 'pages'),
    report.picturesAdded > 0 ? [formatCount(report.picturesAdded, 'picture', 'pictures')] : [],
    report.frontChanged ? ['the front page'] : [],
  ].flat();
  const verb = dryRun ? 'Would publish' : 'Published';
  const told = stories.length > 0 ? [`stories: ${stories.join(', ')}`] : [];
  const rest = others.length > 0 ? [others.join(', ')] : [];
  return `${verb} ${[...told, ...rest].join('; ')}.`;
}

export function nothingToDo(stories: number): string {
  return `Nothing to do: ${formatCount(stories, 'story', 'stories')}, all as published.`;
}

/** Stories named in full; a first run would bury its last line under thousands. */
const NAMED = 20;

/** A line for each story that is new, changed or renamed. */
export function describeChanges({ articles }: PublishReport): string[] {
  const lines = [
    ...articles.created.map((slug) => `  new      ${slug}`),
    ...articles.updated.map((slug) => `  changed  ${slug}`),
    ...articles.renamed.map(({ from, to }) => `  renamed  ${from} is now ${to}`),
    ...articles.withdrawn.map((slug) => `  withdrawn  ${slug}`),
  ];
  const more = lines.length - NAMED;
  return more > 0 ? [...lines.slice(0, NAMED), `  and ${more} more`] : lines;
}

/** A line for each thing that is stored but in no file any more. */
export function describeMissing(report: PublishReport): string[] {
  const lines = (kind: string, slugs: readonly string[]) =>
    slugs.map((slug) => `The ${kind} “${slug}” is in no file any more; it stays published.`);
  return [
    ...lines('story', report.articles.missing),
    ...lines('section', report.sections.missing),
    ...lines('tag', report.tags.missing),
    ...lines('author', report.authors.missing),
    ...lines('page', report.pages.missing),
    ...[...report.articles.otherIdentities].map(
      ([file, id]) =>
        `${file} is the story ${id}: write that id into it, or give the file another name.`,
    ),
  ];
}

/** Addresses of what changed, for whoever wants to look; a dry run names what would be made anew. */
export function describeAddresses(
  { articles: { created, updated, renamed, keys } }: PublishReport,
  { articles }: Content,
  dryRun: boolean,
): string[] {
  if (dryRun) {
    const pages = [...new Set(keys)].filter((key) => !key.startsWith('article:')).sort();
    return pages.length === 0 ? [] : [`  pages made anew with them: ${pages.join(', ')}`];
  }
  const changed = new Set([...created, ...updated, ...renamed.map(({ to }) => to)]);
  if (changed.size > NAMED) return [];
  const { siteUrl } = environment();
  return articles
    .filter((story) => changed.has(story.slug) && isPublished(story, new Date()))
    .map(({ section, slug }) => `  ${siteUrl}/${section}/${slug}`);
}

/** Whether there is something to look at. */
function isPublished(story: Content['articles'][number], now: Date): boolean {
  const { draft, withdrawn, firstPublishedAt, embargoedUntil } = story;
  const isOut = firstPublishedAt <= now && (embargoedUntil === null || embargoedUntil <= now);
  return isOut && !draft && withdrawn === null;
}

function part(number: number, word: string): string[] {
  return number > 0 ? [`${number} ${word}`] : [];
}

function kindPart({ created, updated }: Changes, one: string, many: string): string[] {
  const number = created.length + updated.length;
  return number > 0 ? [formatCount(number, one, many)] : [];
}
