import { publication } from '@/lib/site/publication';
import { findVersionTexts, listVersions } from '@/lib/store/history-queries';
import type { ArticleRecord, VersionRecord, VersionTextRecord } from '@/lib/store/records';
import { formatCount, formatList } from '@/lib/text/counts';
import { authorKey } from '@/lib/text/page-keys';
import { withoutTypesetting } from '@/lib/text/without-typesetting';
import { type DiffLine, diffLines } from '@/lib/text/word-diff';
import { buildHead } from './head';
import { comparisonPath, freshnessOfHistory, MOST_VERSIONS } from './history-page';
import type { ComparedLine, ComparedVersion, ComparisonPage, Link, WithdrawnPage } from './model';
import type { Moved } from './page';
import { findStoryAt } from './story-at';
import { buildInstant } from './times';
import { articleHref, historyLink, sectionLink } from './trail';

/** Unchanged lines shown before and after one that changed. */
const CONTEXT = 1;

/** Two numbers of versions, as the address writes them. */
type Range = Readonly<{ from: number; to: number }>;

/** What changed between two versions; moved when they are asked for in another order, or are one. */
export async function loadComparisonPage(
  sectionSlug: string,
  slug: string,
  versions: string,
  now: Date,
): Promise<ComparisonPage | WithdrawnPage | Moved | null> {
  const range = parseRange(versions);
  if (range === null) return null;
  const found = await findStoryAt(sectionSlug, slug, now);
  if (found === null) return null;
  if ('movedTo' in found) return { kind: 'moved', href: hrefOf(found.movedTo, range) };
  if (found.kind === 'withdrawn') return found;
  const all = await listVersions(found.id, now);
  const [from, to] = [all[range.from - 1], all[range.to - 1]];
  if (from === undefined || to === undefined) return null;
  const href = articleHref(found.section.slug, found.slug);
  if (range.from >= range.to) return { kind: 'moved', href: hrefOf(href, range) };
  const texts = await findVersionTexts(found.id, [from.revision, to.revision]);
  const [before, after] = [texts.get(from.revision), texts.get(to.revision)];
  if (before === undefined || after === undefined) {
    throw new Error(`story ${found.id}: a revision has gone between two statements`);
  }
  return buildComparisonPage(found, all, { from, to, before, after });
}

function parseRange(versions: string): Range | null {
  const match = /^([1-9]\d{0,5})-([1-9]\d{0,5})$/.exec(versions);
  return match && { from: Number(match[1]), to: Number(match[2]) };
}

/** The one address for a pair: the earlier first; of a version and itself, that of the list. */
function hrefOf(story: string, { from, to }: Range): string {
  const { href } = historyLink(story);
  return from === to ? href : comparisonPath(href, Math.min(from, to), Math.max(from, to));
}

type Compared = Readonly<{
  from: VersionRecord;
  to: VersionRecord;
  before: VersionTextRecord;
  after: VersionTextRecord;
}>;

/** @param versions of the story, the oldest first */
export function buildComparisonPage(
  record: ArticleRecord,
  versions: readonly VersionRecord[],
  { from, to, before, after }: Compared,
): ComparisonPage {
  const href = articleHref(record.section.slug, record.slug);
  const history = historyLink(href);
  const { keys, modified } = freshnessOfHistory(record, versions);
  const authors = [...before.authors, ...after.authors].map(({ slug }) => authorKey(slug));
  return {
    kind: 'comparison',
    keys: [...new Set([...keys, ...authors])],
    modified,
    head: buildHead({
      title: `Versions ${from.number} and ${to.number} of “${record.headline}”`,
      description: `What ${publication.name} changed in this story between two of its versions, word by word.`,
      path: comparisonPath(history.href, from.number, to.number),
      language: record.language,
      indexed: false,
    }),
    section: sectionLink(record.section),
    story: { href, text: record.headline },
    language: after.language,
    history,
    from: nameVersion(from),
    to: nameVersion(to),
    fields: fieldsOf(before, after),
    others: othersOf(versions, history.href, from.number, to.number),
  };
}

function nameVersion({ number, at }: VersionRecord): ComparedVersion {
  return { name: `version ${number}`, at: buildInstant(at) };
}

function fieldsOf(before: VersionTextRecord, after: VersionTextRecord): ComparisonPage['fields'] {
  const [old, present] = [linesOf(before), linesOf(after)];
  return present.flatMap(([title, lines], index) => {
    const compared = diffLines(asSet(old[index]?.[1] ?? [], lines), lines);
    return compared.every(({ kind }) => kind === 'same')
      ? []
      : [{ title, lines: withoutMost(compared) }];
  });
}

/** In the order of a story's page. */
function linesOf(text: VersionTextRecord): readonly (readonly [string, readonly string[]])[] {
  return [
    ['Kicker', text.kicker === null ? [] : [text.kicker]],
    ['Headline', [text.headline]],
    ['Standfirst', text.standfirst === '' ? [] : [text.standfirst]],
    ['Byline', text.authors.length === 0 ? [] : [formatList(text.authors.map(({ name }) => name))]],
    ['Picture', text.picture],
    ['Text', text.body],
    ['Corrections', text.corrections],
    ['Sources', text.sources],
  ];
}

/** Lines as the later version sets them in print, where that is all that differs. */
function asSet(lines: readonly string[], later: readonly string[]): readonly string[] {
  const set = new Map(later.map((line) => [withoutTypesetting(line), line]));
  return lines.map((line) => set.get(withoutTypesetting(line)) ?? line);
}

/** Lines that are the same stand beside changed ones only; the others are counted. */
function withoutMost(lines: readonly DiffLine[]): readonly ComparedLine[] {
  const shown: ComparedLine[] = [];
  let left = 0;
  const flush = () => {
    if (left > 0) shown.push({ kind: 'gap', text: unchanged(left) });
    left = 0;
  };
  for (const [index, line] of lines.entries()) {
    const near = lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1);
    if (near.every(({ kind }) => kind === 'same')) left += 1;
    else {
      flush();
      shown.push(line);
    }
  }
  flush();
  return shown;
}

function unchanged(lines: number): string {
  return `${formatCount(lines, 'paragraph is', 'paragraphs are')} unchanged`;
}

/** Each other pair that shares a version with this one, as far as versions are listed. */
function othersOf(
  versions: readonly VersionRecord[],
  path: string,
  from: number,
  to: number,
): ComparisonPage['others'] {
  const listed = versions.slice(-MOST_VERSIONS).map(({ number }) => number);
  const link = (first: number, last: number): Link => ({
    href: comparisonPath(path, first, last),
    text: `${first} and ${last}`,
  });
  const groups = [
    {
      title: `Version ${to} and an earlier one`,
      links: listed
        .filter((number) => number < to && number !== from)
        .map((number) => link(number, to)),
    },
    {
      title: `Version ${from} and a later one`,
      links: listed
        .filter((number) => number > from && number !== to)
        .map((number) => link(from, number)),
    },
  ];
  return groups.filter(({ links }) => links.length > 0);
}
