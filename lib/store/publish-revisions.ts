import type { Version } from '@/lib/document/history';
import type { Database } from './client';
import type { WrittenArticle } from './publish-plan';

/**
 * Keeps the written documents for ever, each as the next revision of its story.
 * @param history versions of stories that are new here and were published elsewhere, by id
 */
export async function writeRevisions(
  db: Database,
  written: readonly WrittenArticle[],
  history: ReadonlyMap<string, readonly Version[]>,
  now: Date,
): Promise<void> {
  const latest = await db.revision.groupBy({
    by: ['articleId'],
    where: { articleId: { in: written.map(({ id }) => id) } },
    _max: { number: true },
  });
  const numbers = new Map(latest.map(({ articleId, _max }) => [articleId, _max.number ?? 0]));
  await db.revision.createMany({
    data: written.flatMap(({ id, document }) => {
      const past = history.get(id) ?? [];
      const number = (numbers.get(id) ?? past.length) + 1;
      const present = { number, contentHash: document.contentHash, document, publishedAt: now };
      const isKnown = past.at(-1)?.contentHash === document.contentHash;
      return [...past, ...(isKnown ? [] : [present])].map((version) => ({
        ...version,
        articleId: id,
        document: JSON.parse(JSON.stringify(version.document)),
      }));
    }),
  });
}

/** What these stories said when they were published last, as JSON has it, by id. */
export async function lastDocuments(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, object>> {
  const rows = await db.$queryRaw<{ id: string; document: object }[]>`
    SELECT DISTINCT ON (article_id) article_id AS id, document FROM revision
    WHERE article_id = ANY(${ids}::uuid[])
    ORDER BY article_id, number DESC`;
  return new Map(rows.map(({ id, document }) => [id, document]));
}
