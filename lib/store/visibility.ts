import type { ArticleDocument } from '@/lib/document/documents';
import { Prisma } from './generated/client';

/** When a draft becomes visible: the last instant that everything here can hold. */
export const NEVER = new Date('9999-12-31T00:00:00Z');

/** When readers may see a story: the later of first publication and embargo, which the database checks. */
export function visibleFromOf({
  draft,
  firstPublishedAt,
  embargoedUntil,
}: Pick<ArticleDocument, 'draft' | 'firstPublishedAt' | 'embargoedUntil'>): Date {
  if (draft) return NEVER;
  return embargoedUntil !== null && embargoedUntil > firstPublishedAt
    ? embargoedUntil
    : firstPublishedAt;
}

/**
 * A story is published as of an instant when its publication and its embargo are past and it is
 * not withdrawn. Every query of stories says so with one of these, and with nothing else.
 */
export function visibleAt(now: Date) {
  return {
    ...releasedAt(now),
    OR: [{ withdrawnAt: null }, { withdrawnAt: { gt: now } }],
  } satisfies Prisma.ArticleWhereInput;
}

/** Visible, or visible once and withdrawn since: what may be named at its own address. */
export function releasedAt(now: Date) {
  return { visibleFrom: { lte: now } } satisfies Prisma.ArticleWhereInput;
}

/** Visible once and withdrawn since. */
export function withdrawnBy(now: Date) {
  return { ...releasedAt(now), withdrawnAt: { lte: now } } satisfies Prisma.ArticleWhereInput;
}

/** Visible once and withdrawn since, as a condition in SQL. @param alias as below */
export function withdrawnSql(now: Date, alias = 'article'): Prisma.Sql {
  const story = Prisma.raw(`"${alias}"`);
  return Prisma.sql`(${story}.visible_from <= ${now} AND ${story}.withdrawn_at <= ${now})`;
}

/** `visibleAt` as a condition in SQL. @param alias of the table `article` in the statement */
export function visibleSql(now: Date, alias = 'article'): Prisma.Sql {
  const story = Prisma.raw(`"${alias}"`);
  return Prisma.sql`(${story}.visible_from <= ${now}
    AND (${story}.withdrawn_at IS NULL OR ${story}.withdrawn_at > ${now}))`;
}
