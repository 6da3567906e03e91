import { database } from './client';
import type { Prisma } from './generated/client';
import type { ArticleRecord, WithdrawnRecord } from './records';
import { storedBody } from './stored-body';
import { imageSelect, nameSelect, placedPicture } from './trails';
import { releasedAt } from './visibility';

/** A story, whole. */
export const articleSelect = {
  id: true,
  slug: true,
  section: { select: nameSelect },
  kicker: true,
  headline: true,
  standfirst: true,
  language: true,
  seoTitle: true,
  socialTitle: true,
  body: true,
  wordCount: true,
  firstPublishedAt: true,
  contentUpdatedAt: true,
  visibleFrom: true,
  withdrawnAt: true,
  withdrawnReason: true,
  ...imageSelect,
  imageCaption: true,
  imageCredit: true,
  imageRights: true,
  authors: {
    select: { author: { select: { ...nameSelect, role: true } } },
    orderBy: { position: 'asc' },
  },
  tags: {
    select: { tag: { select: { ...nameSelect, wikidata: true } } },
    orderBy: { position: 'asc' },
  },
  sources: { select: { name: true, url: true, note: true }, orderBy: { position: 'asc' } },
  corrections: { select: { at: true, text: true, serious: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.ArticleSelect;

type ArticleRow = Prisma.ArticleGetPayload<{ select: typeof articleSelect }>;

/** The story under a slug as of `now`; null when there is none, or none yet. */
export async function findArticle(
  slug: string,
  now: Date,
): Promise<ArticleRecord | WithdrawnRecord | null> {
  const row = await database().article.findFirst({
    where: { slug, ...releasedAt(now) },
    select: articleSelect,
  });
  if (row === null) return null;
  const { withdrawnAt, withdrawnReason } = row;
  if (withdrawnAt === null || withdrawnReason === null || withdrawnAt > now) return toArticle(row);
  const { id, section, headline } = row;
  return { kind: 'withdrawn', id, slug, section, headline, withdrawnAt, reason: withdrawnReason };
}

/**
 * The story of this id, whoever may see it: for those who hold a ticket for its preview, and nobody
 * else.
 */
export async function findAnyArticle(
  id: string,
): Promise<(ArticleRecord & Readonly<{ draft: boolean; isWithdrawn: boolean }>) | null> {
  const row = await database().article.findUnique({
    where: { id },
    select: { ...articleSelect, draft: true },
  });
  if (row === null) return null;
  const { draft, ...story } = row;
  return { ...toArticle(story), draft, isWithdrawn: story.withdrawnAt !== null };
}

export function toArticle({
  withdrawnAt: _at,
  withdrawnReason: _reason,
  image,
  imageAlt,
  imageFocalX,
  imageFocalY,
  imageCaption,
  imageCredit,
  imageRights,
  ...row
}: ArticleRow): ArticleRecord {
  const placed = placedPicture({ image, imageAlt, imageFocalX, imageFocalY });
  return {
    ...row,
    kind: 'live',
    body: storedBody(row.body),
    image: placed && {
      ...placed,
      ...{ caption: imageCaption, credit: imageCredit ?? '', rights: imageRights },
    },
    authors: row.authors.map(({ author }) => author),
    tags: row.tags.map(({ tag }) => tag),
  };
}

/** Where the story that once had this slug stands now; an embargoed one is not told of. */
export async function findMovedArticle(
  oldSlug: string,
  now: Date,
): Promise<Readonly<{ sectionSlug: string; slug: string }> | null> {
  const article = await database().article.findFirst({
    where: { oldSlugs: { some: { slug: oldSlug } }, ...releasedAt(now) },
    select: { slug: true, section: { select: { slug: true } } },
  });
  return article && { sectionSlug: article.section.slug, slug: article.slug };
}
