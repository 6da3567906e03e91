import type { Changes, PublishReport } from '@/lib/store/publish-report';
import { formatCount } from '@/lib/text/counts';

/** One line on what publishing did, or in a dry run would do. */
export function summarise(report: PublishReport, dryRun: boolean): string {
  const { articles } = report;
  if (!report.anythingChanged) {
    return `Nothing to do: ${formatCount(articles.unchanged.length, 'story', 'stories')}, all as published.`;
  }
  const stories = [
    part(articles.created.length, 'new'),
    part(articles.updated.length, 'changed'),
    part(articles.renamed.length, 'renamed'),
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

/** Stories named in full; a first run would bury its last line under thousands. */
const NAMED = 20;

/** A line for each story that is new, changed or renamed. */
export function describeChanges({ articles }: PublishReport): string[] {
  const lines = [
    ...articles.created.map((slug) => `  new      ${slug}`),
    ...articles.updated.map((slug) => `  changed  ${slug}`),
    ...articles.renamed.map(({ from, to }) => `  renamed  ${from} is now ${to}`),
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
  ];
}

function part(number: number, word: string): string[] {
  return number > 0 ? [`${number} ${word}`] : [];
}

function kindPart({ created, updated }: Changes, one: string, many: string): string[] {
  const number = created.length + updated.length;
  return number > 0 ? [formatCount(number, one, many)] : [];
}
