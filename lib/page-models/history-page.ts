import { publication } from '@/lib/site/publication';
import { listVersions } from '@/lib/store/history-queries';
import type { ArticleRecord, VersionRecord } from '@/lib/store/records';
import { formatCount } from '@/lib/text/counts';
import { articleKey, sectionKey } from '@/lib/text/page-keys';
import { changedAt, latest } from './freshness';
import { buildHead } from './head';
import type { Freshness, HistoryEntry, HistoryPage, WithdrawnPage } from './model';
import type { Moved } from './page';
import { findStoryAt } from './story-at';
import { buildInstant } from './times';
import { articleHref, historyLink, sectionLink } from './trail';

/** More than anybody reads; a page of them is still small. */
export const MOST_VERSIONS = 200;

/** The versions of the story under a slug as of `now`; its address decides as for the story itself. */
export async function loadHistoryPage(
  sectionSlug: string,
  slug: string,
  now: Date,
): Promise<HistoryPage | WithdrawnPage | Moved | null> {
  const found = await findStoryAt(sectionSlug, slug, now);
  if (found === null) return null;
  if ('movedTo' in found) return { kind: 'moved', href: historyLink(found.movedTo).href };
  if (found.kind === 'withdrawn') return found;
  return buildHistoryPage(found, await listVersions(found.id, now));
}

/** @param versions of the story, the oldest first */
export function buildHistoryPage(
  record: ArticleRecord,
  versions: readonly VersionRecord[],
): HistoryPage {
  const href = articleHref(record.section.slug, record.slug);
  const listed = versions.slice(-MOST_VERSIONS);
  const path = historyLink(href).href;
  return {
    kind: 'history',
    ...freshnessOfHistory(record, versions),
    head: buildHead({
      title: `History of “${record.headline}”`,
      description: `Every version of this story that ${publication.name} has published, and what changed between them.`,
      path,
      language: record.language,
      indexed: false,
    }),
    section: sectionLink(record.section),
    story: { href, text: record.headline },
    language: record.language,
    summary: summaryOf(versions, listed),
    whole:
      versions.length > 2
        ? {
            href: comparisonPath(path, 1, versions.length),
            text: 'All that changed since the first version',
          }
        : null,
    entries: listed.flatMap((version) => entriesOf(version, path)).reverse(),
  };
}

/**
 * The story's key is not the first: only its own page is the story (`storyOf`), and readings of it
 * alone are counted.
 */
export function freshnessOfHistory(
  record: ArticleRecord,
  versions: readonly VersionRecord[],
): Freshness {
  return {
    keys: [sectionKey(record.section.slug), articleKey(record.id)],
    modified: latest([
      changedAt(record),
      ...versions.flatMap(({ at, withdrawn }) => (withdrawn === null ? [at] : [at, withdrawn.at])),
    ]),
  };
}

/** @param path of the history */
export function comparisonPath(path: string, from: number, to: number): string {
  return `${path}/${from}-${to}`;
}

function summaryOf(versions: readonly VersionRecord[], listed: readonly VersionRecord[]): string {
  const count = `${formatCount(versions.length, 'version', 'versions')}, newest first.`;
  const sentences = [
    count,
    ...(listed.length < versions.length ? [`The newest ${listed.length} are listed.`] : []),
    ...(versions[0] !== undefined && isOlderThanKept(versions[0])
      ? ['What the story said before its first version here was not kept.']
      : []),
  ];
  return sentences.join(' ');
}

/** The first version that was kept had been changed already. */
function isOlderThanKept({ firstPublishedAt, contentUpdatedAt }: VersionRecord): boolean {
  return contentUpdatedAt > firstPublishedAt;
}

/** A version, and its withdrawal if it came to that; in the order of time. */
function entriesOf(version: VersionRecord, path: string): HistoryEntry[] {
  const { number, at, withdrawn } = version;
  const entry = {
    at: buildInstant(at),
    title: `Version ${number}`,
    text: wordsOf(version),
    changes:
      number === 1
        ? null
        : {
            href: comparisonPath(path, number - 1, number),
            text: `What changed since version ${number - 1}`,
          },
  };
  if (withdrawn === null) return [entry];
  return [
    entry,
    {
      at: buildInstant(withdrawn.at),
      title: 'Withdrawn',
      text: withdrawn.reason,
      changes: null,
    },
  ];
}

function wordsOf({ number, note, isRestored }: VersionRecord): string {
  const event = number === 1 ? 'Published.' : isRestored ? 'Restored.' : 'Changed.';
  return note === null ? event : `${event} ${note}`;
}
