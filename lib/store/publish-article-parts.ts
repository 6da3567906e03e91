import type { ArticleDocument } from '@/lib/document/documents';
import { picturesOf } from '@/lib/document/pictures-of';
import type { Database } from './client';
import type { WrittenArticle } from './publish-plan';
import { PublishRefused } from './publish-report';
import { resolve, slugIds } from './slug-ids';

type Part<Value> = Readonly<{ articleId: string; position: number; value: Value }>;

/**
 * Replaces everything that hangs from the written stories, in a fixed number of statements; the pins
 * come when all stories are there.
 */
export async function writeArticleParts(
  db: Database,
  written: readonly WrittenArticle[],
): Promise<void> {
  await removeParts(
    db,
    written.map(({ id }) => id),
  );
  const tagIds = slugIds(await db.tag.findMany({ select: { id: true, slug: true } }));
  const authorIds = slugIds(await db.author.findMany({ select: { id: true, slug: true } }));
  await db.articleTag.createMany({
    data: partsOf(written, ({ tags }) => tags).map(({ value, ...place }) => ({
      ...place,
      tagId: resolve(tagIds, value),
    })),
  });
  await db.articleAuthor.createMany({
    data: partsOf(written, ({ authors }) => authors).map(({ value, ...place }) => ({
      ...place,
      authorId: resolve(authorIds, value),
    })),
  });
  await db.source.createMany({
    data: partsOf(written, ({ sources }) => sources).map(({ value, ...place }) => ({
      ...place,
      ...value,
    })),
  });
  await db.correction.createMany({
    data: partsOf(written, ({ corrections }) => corrections).map(({ value, ...place }) => ({
      ...place,
      ...value,
    })),
  });
  await db.articleMedia.createMany({
    data: partsOf(written, shownPictures).map(({ value, articleId }) => ({
      articleId,
      mediaHash: value,
    })),
  });
}

async function removeParts(db: Database, ids: readonly string[]): Promise<void> {
  const where = { articleId: { in: [...ids] } };
  await db.articleTag.deleteMany({ where });
  await db.articleAuthor.deleteMany({ where });
  await db.source.deleteMany({ where });
  await db.correction.deleteMany({ where });
  await db.articleMedia.deleteMany({ where });
  await db.relatedPin.deleteMany({ where });
}

/** Throws PublishRefused for a pin on a story that is not published. */
export async function writePins(db: Database, written: readonly WrittenArticle[]): Promise<void> {
  const pins = partsOf(written, ({ related }) => related);
  const pinned = await db.article.findMany({
    where: { slug: { in: pins.map(({ value }) => value) } },
    select: { id: true, slug: true },
  });
  const ids = slugIds(pinned);
  const refusals = written.flatMap(({ document: { file, related } }) =>
    related
      .filter((slug) => !ids.has(slug))
      .map((slug) => ({
        ...{ file, field: 'related', message: `“${slug}” is not published` },
        remedy: 'publish it first, or with this one',
      })),
  );
  if (refusals.length > 0) throw new PublishRefused(refusals);
  await db.relatedPin.createMany({
    data: pins.map(({ value, ...place }) => ({ ...place, relatedId: resolve(ids, value) })),
  });
}

function partsOf<Value>(
  written: readonly WrittenArticle[],
  list: (document: ArticleDocument) => readonly Value[],
): Part<Value>[] {
  return written.flatMap(({ id, document }) =>
    list(document).map((value, position) => ({ articleId: id, position, value })),
  );
}

function shownPictures({ image, body }: ArticleDocument): string[] {
  return [...new Set([...(image ? [image.picture.hash] : []), ...picturesOf(body)])];
}
