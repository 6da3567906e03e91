import { isDeepStrictEqual } from 'node:util';
import type { FrontDocument } from '@/lib/document/documents';
import type { Database } from './client';
import { resolve, slugIds } from './slug-ids';

/** Places the front page's stories; the lead's position is 0. Answers whether anything changed. */
export async function publishFront(db: Database, front: FrontDocument): Promise<boolean> {
  const wanted = [
    ...(front.lead === null ? [] : [{ position: 0, slug: front.lead }]),
    ...front.featured.map((slug, index) => ({ position: index + 1, slug })),
  ];
  const stored = await db.frontPlacement.findMany({
    select: { position: true, article: { select: { slug: true } } },
    orderBy: { position: 'asc' },
  });
  const placed = stored.map(({ position, article }) => ({ position, slug: article.slug }));
  if (isDeepStrictEqual(placed, wanted)) return false;
  const articles = await db.article.findMany({
    where: { slug: { in: wanted.map(({ slug }) => slug) } },
    select: { id: true, slug: true },
  });
  const ids = slugIds(articles);
  await db.frontPlacement.deleteMany();
  await db.frontPlacement.createMany({
    data: wanted.map(({ position, slug }) => ({ position, articleId: resolve(ids, slug) })),
  });
  return true;
}
