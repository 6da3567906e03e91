import { articleKey, isSitemapKey, pageKeys, publishedChannel } from '@/lib/text/page-keys';
import type { Database } from './client';

/** Bytes; Postgres takes a notification of less than 8,000. */
const LONGEST_NOTIFICATION = 7_500;

/** Where a story stands in the paper: in which lists, at which place of them, at which address. */
export type Standing = Readonly<{
  /** Equal when all of that is equal. */
  place: string;
  /** Of the pages that show it or may have to. */
  keys: readonly string[];
}>;

/** The standings of these stories by id, as the rows stand. */
export async function standingsOf(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<(Standing & { id: string })[]>`
    SELECT id, article_keys(id) AS keys, jsonb_build_array(
      section_id, slug, first_published_at, visible_from, withdrawn_at,
      ARRAY(SELECT tag_id FROM article_tag WHERE article_id = article.id ORDER BY position),
      ARRAY(SELECT author_id FROM article_author WHERE article_id = article.id ORDER BY position)
    )::text AS place
    FROM article WHERE id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

/**
 * The keys of the pages that a change concerns. A story that keeps its place changes only the pages
 * that show it, each of which carries its key, and the sitemaps that say when it changed: a better
 * headline leaves the rest of its section alone.
 */
export function keysOfChange(
  id: string,
  before: Standing | undefined,
  after: Standing | undefined,
): readonly string[] {
  if (before !== undefined && before.place === after?.place) {
    const { corrections, search } = pageKeys;
    return [articleKey(id), corrections, search, ...after.keys.filter(isSitemapKey)];
  }
  return [...(before?.keys ?? []), ...(after?.keys ?? [])];
}

/**
 * Raises the edition's version and tells all who listen which pages have changed. Both take effect
 * when the transaction commits: no one can hear of a change before reading it, and a run that is
 * taken back is never heard of.
 */
export async function announce(db: Database, keys: Iterable<string>, now: Date): Promise<void> {
  const { version } = await db.edition.update({
    where: { id: 1 },
    data: { version: { increment: 1 }, changedAt: now },
    select: { version: true },
  });
  const notification = compose(version, [...new Set(keys)].sort());
  await db.$executeRaw`SELECT pg_notify(${publishedChannel}, ${notification})`;
}

function compose(version: bigint, keys: readonly string[]): string {
  const write = (named: readonly string[]) =>
    JSON.stringify({ version: Number(version), keys: named });
  const notification = write(keys);
  return Buffer.byteLength(notification) <= LONGEST_NOTIFICATION
    ? notification
    : write([pageKeys.everything]);
}
