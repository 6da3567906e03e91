import type { ArticleDocument } from '@/lib/document/documents';
import type { VersionRecord } from './records';
import { visibleFromOf } from './visibility';

/** What is asked of a revision before its text is. */
export type RevisionFacts = Readonly<{
  /** Among all revisions. */
  number: number;
  publishedAt: Date;
  /** Equal for texts in which readers see no difference. */
  reading: string;
}> &
  Pick<
    ArticleDocument,
    | 'draft'
    | 'firstPublishedAt'
    | 'contentUpdatedAt'
    | 'embargoedUntil'
    | 'withdrawn'
    | 'changeNote'
  >;

/**
 * The versions that readers had before them by `now`, in order. A revision stood from its publication
 * to that of the next; its text was seen if there was an instant between at which it was visible.
 * What no reader sees a difference in is one version, unless the story was withdrawn meanwhile.
 * @param revisions of one story, in order
 */
export function seenVersions(revisions: readonly RevisionFacts[], now: Date): VersionRecord[] {
  const versions: Seen[] = [];
  for (const [index, revision] of revisions.entries()) {
    const until = revisions[index + 1]?.publishedAt ?? null;
    const from = later(revision.publishedAt, visibleFromOf(revision));
    if (from > now || (until !== null && from >= until)) continue;
    const { withdrawn } = revision;
    if (withdrawn === null || withdrawn.at > from) add(versions, revision, from);
    const last = versions.at(-1);
    if (last === undefined || withdrawn === null || withdrawn.at > now) continue;
    if (until === null || withdrawn.at < until) last.withdrawn = withdrawn;
  }
  return versions.map(({ reading: _, changeNote: __, ...version }) => version);
}

type Seen = { -readonly [Field in keyof VersionRecord]: VersionRecord[Field] } & Pick<
  RevisionFacts,
  'reading' | 'changeNote'
>;

/** A note that stands in the file from one change to the next is told of the first. */
function add(versions: Seen[], revision: RevisionFacts, from: Date): void {
  const { reading, changeNote, firstPublishedAt, contentUpdatedAt } = revision;
  const last = versions.at(-1);
  const note = changeNote === last?.changeNote ? null : changeNote;
  const facts = { revision: revision.number, firstPublishedAt, contentUpdatedAt, changeNote };
  if (last !== undefined && last.withdrawn === null && last.reading === reading) {
    Object.assign(last, facts, { note: note ?? last.note });
    return;
  }
  versions.push({
    ...facts,
    number: versions.length + 1,
    at: last === undefined ? firstPublishedAt : from,
    note,
    isRestored: last !== undefined && last.withdrawn !== null,
    withdrawn: null,
    reading,
  });
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
