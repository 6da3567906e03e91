import { articleSelect, toArticle } from './article-queries';
import { database } from './client';
import type { Prisma } from './generated/client';
import { taggedWith } from './list-queries';
import type { ArticleRecord } from './records';
import { newestFirst } from './trails';
import { visibleAt, withdrawnBy } from './visibility';

/** Whose stories: all, or those of one section, tag or author. */
export type FeedScope =
  | Readonly<{ kind: 'site' }>
  | Readonly<{ kind: 'section' | 'author'; slug: string }>
  | Readonly<{ kind: 'tag'; slugs: readonly string[] }>;

export type FeedStories = Readonly<{
  /** Newest first. */
  stories: readonly ArticleRecord[];
  /** When a story was last taken back from among them. */
  lastWithdrawal: Date | null;
}>;

/** The newest stories, whole: one statement for them, one for what was withdrawn. */
export async function listFeedStories(
  scope: FeedScope,
  now: Date,
  limit: number,
): Promise<FeedStories> {
  const where = storiesIn(scope);
  const [rows, withdrawn] = await Promise.all([
    database().article.findMany({
      where: { ...where, ...visibleAt(now) },
      select: articleSelect,
      orderBy: [...newestFirst],
      take: limit,
    }),
    database().article.aggregate({
      where: { ...where, ...withdrawnBy(now) },
      _max: { withdrawnAt: true },
    }),
  ]);
  return { stories: rows.map(toArticle), lastWithdrawal: withdrawn._max.withdrawnAt };
}

function storiesIn(scope: FeedScope): Prisma.ArticleWhereInput {
  switch (scope.kind) {
    case 'site':
      return {};
    case 'section':
      return { section: { slug: scope.slug } };
    case 'tag':
      return taggedWith(scope.slugs);
    case 'author':
      return { authors: { some: { author: { slug: scope.slug } } } };
  }
}
