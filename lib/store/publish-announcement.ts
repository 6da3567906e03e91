import { pageKeys, publishedChannel } from '@/lib/text/page-keys';
import type { Database } from './client';

/** Bytes; Postgres takes a notification of less than 8,000. */
const LONGEST_NOTIFICATION = 7_500;

/** The keys of the pages that show these stories, as the rows stand. */
export async function keysOfArticles(
  db: Database,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT key FROM unnest(${ids}::uuid[]) AS id, unnest(article_keys(id)) AS key`;
  return rows.map(({ key }) => key);
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
