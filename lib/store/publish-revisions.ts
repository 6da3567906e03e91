import type { Database } from './client';
import type { WrittenArticle } from './publish-plan';

/** Keeps the written documents for ever, each as the next revision of its story. */
export async function writeRevisions(
  db: Database,
  written: readonly WrittenArticle[],
  now: Date,
): Promise<void> {
  const latest = await db.revision.groupBy({
    by: ['articleId'],
    where: { articleId: { in: written.map(({ id }) => id) } },
    _max: { number: true },
  });
  const numbers = new Map(latest.map(({ articleId, _max }) => [articleId, _max.number ?? 0]));
  await db.revision.createMany({
    data: written.map(({ id, document }) => ({
      articleId: id,
      number: (numbers.get(id) ?? 0) + 1,
      contentHash: document.contentHash,
      document: JSON.parse(JSON.stringify(document)),
      publishedAt: now,
    })),
  });
}
