import { articleKey, isSitemapKey, pageKeys, publishedChannel } from '@/lib/text/page-keys';
import type { Database } from './client';

/** Bytes of the keys as JSON; Postgres takes a notification of less than 8,000 in all. */
const LONGEST_LIST = 7_400;

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

/** Keys of pages, each once: of all pages, where they are more than a notification can name. */
export class PageKeys {
  readonly #keys = new Set<string>();
  #bytes = 0;

  add(keys: Iterable<string>): void {
    for (const key of keys) {
      if (this.#keys.has(key) || this.#keys.has(pageKeys.everything)) continue;
      this.#keys.add(key);
      this.#bytes += Buffer.byteLength(JSON.stringify(key)) + 1;
      if (this.#bytes <= LONGEST_LIST) continue;
      this.#keys.clear();
      this.#keys.add(pageKeys.everything);
    }
  }

  /** In order. */
  list(): readonly string[] {
    return [...this.#keys].sort();
  }
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
  const named = new PageKeys();
  named.add(keys);
  const notification = JSON.stringify({ version: Number(version), keys: named.list() });
  await db.$executeRaw`SELECT pg_notify(${publishedChannel}, ${notification})`;
}
