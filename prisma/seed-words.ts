import { environment } from '@/lib/site/environment';
import type { Changes, PublishReport } from '@/lib/store/publish-report';
import { formatCount } from '@/lib/text/counts';
import { pageKeys } from '@/lib/text/page-keys';

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

/** A line for each story that is new, changed or renamed; of more than a few, for the first. */
export function* describeChanges({ articles }: PublishReport): Generator<string> {
  const { created, updated, renamed, withdrawn } = articles;
  const all = created.length + updated.length + renamed.length + withdrawn.length;
  let named = 0;
  for (const line of linesOf(articles)) {
    if (named === NAMED) break;
    yield line;
    named += 1;
  }
  if (all > NAMED) yield `  and ${all - NAMED} more`;
}

function* linesOf({
  created,
  updated,
  renamed,
  withdrawn,
}: PublishReport['articles']): Generator<string> {
  for (const slug of created) yield `  new      ${slug}`;
  for (const slug of updated) yield `  changed  ${slug}`;
  for (const { from, to } of renamed) yield `  renamed  ${from} is now ${to}`;
  for (const slug of withdrawn) yield `  withdrawn  ${slug}`;
}

/** A line for each thing that is stored but in no file any more. */
export function* describeMissing(report: PublishReport): Generator<string> {
  const kinds = [
    ['story', report.articles.missing],
    ['section', report.sections.missing],
    ['tag', report.tags.missing],
    ['author', report.authors.missing],
    ['page', report.pages.missing],
  ] as const;
  for (const [kind, slugs] of kinds) {
    for (const slug of slugs) {
      yield `The ${kind} “${slug}” is in no file any more; it stays published.`;
    }
  }
  for (const [file, id] of report.articles.otherIdentities) {
    yield `${file} is the story ${id}: write that id into it, or give the file another name.`;
  }
}

/** Addresses of what changed, for whoever wants to look; a dry run names what would be made anew. */
export function describeAddresses({ articles }: PublishReport, dryRun: boolean): string[] {
  const { created, updated, renamed, keys, addresses } = articles;
  if (dryRun) {
    if (keys.includes(pageKeys.everything)) return ['  all pages are made anew with them'];
    const pages = keys.filter((key) => !key.startsWith('article:'));
    return pages.length === 0 ? [] : [`  pages made anew with them: ${pages.join(', ')}`];
  }
  if (created.length + updated.length + renamed.length > NAMED) return [];
  return addresses.map((path) => `  ${environment().siteUrl}${path}`);
}

function part(number: number, word: string): string[] {
  return number > 0 ? [`${number} ${word}`] : [];
}

function kindPart({ created, updated }: Changes, one: string, many: string): string[] {
  const number = created.length + updated.length;
  return number > 0 ? [formatCount(number, one, many)] : [];
}
