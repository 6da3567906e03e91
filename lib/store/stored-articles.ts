import type { ArticleDocument } from '@/lib/document/documents';
import type { Database } from './client';
import type { StoredArticle } from './publish-plan';

/** What is stored already: stories, and the ids of those that had a slug before. */
export type Stored = Readonly<{
  stored: readonly StoredArticle[];
  oldSlugs: ReadonlyMap<string, string>;
}>;

const storedSelect = { id: true, slug: true, contentHash: true, file: true } as const;

/** Of the whole paper. */
export async function readAll(db: Database): Promise<Stored> {
  return {
    stored: await db.article.findMany({ select: storedSelect }),
    oldSlugs: oldSlugsOf(await db.oldSlug.findMany()),
  };
}

/**
 * Of the stored stories those that these documents are, or whose addresses they touch: a part costs
 * the same in a paper of any size.
 */
export async function readNamed(
  db: Database,
  documents: readonly ArticleDocument[],
): Promise<Stored> {
  const slugs = [...new Set(documents.flatMap(({ slug, aliases }) => [slug, ...aliases]))];
  const had = await db.oldSlug.findMany({ where: { slug: { in: slugs } } });
  const ids = documents.flatMap(({ id }) => id ?? []);
  return {
    stored: await db.article.findMany({
      where: {
        OR: [
          { slug: { in: slugs } },
          { id: { in: [...ids, ...had.map(({ articleId }) => articleId)] } },
        ],
      },
      select: storedSelect,
    }),
    oldSlugs: oldSlugsOf(had),
  };
}

function oldSlugsOf(
  rows: readonly Readonly<{ slug: string; articleId: string }>[],
): Stored['oldSlugs'] {
  return new Map(rows.map(({ slug, articleId }) => [slug, articleId]));
}
