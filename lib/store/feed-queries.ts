import { articleSelect, toArticle } from './article-queries';
import { database } from './client';
import { authorList, PAPER, sectionList, type TagRef, tagList } from './list-queries';
import type { ArticleRecord } from './records';
import type { ListSource } from './trail-lists';
import { newestFirst } from './trails';
import { visibleSql, withdrawnSql } from './visibility';

/** Whose stories: all, or those of one section, tag or author. */
export type FeedScope =
  | Readonly<{ kind: 'site' }>
  | Readonly<{ kind: 'section' | 'author'; slug: string }>
  | Readonly<{ kind: 'tag'; tag: TagRef }>;

export type FeedStories = Readonly<{
  /** Newest first. */
  stories: readonly ArticleRecord[];
  /** When a story was last taken back from among them. */
  lastWithdrawal: Date | null;
}>;

/** The newest stories, whole: one statement for which they are, one for them, one for what was withdrawn. */
export async function listFeedStories(
  scope: FeedScope,
  now: Date,
  limit: number,
): Promise<FeedStories> {
  const list = listIn(scope);
  const ids = await listNewestIds(list, now, limit);
  const [rows, lastWithdrawal] = await Promise.all([
    database().article.findMany({
      where: { id: { in: ids } },
      select: articleSelect,
      orderBy: [...newestFirst],
    }),
    findLastWithdrawal(list, now),
  ]);
  return { stories: rows.map(toArticle), lastWithdrawal };
}

function listIn(scope: FeedScope): ListSource {
  switch (scope.kind) {
    case 'site':
      return PAPER;
    case 'section':
      return sectionList(scope.slug);
    case 'tag':
      return tagList(scope.tag);
    case 'author':
      return authorList(scope.slug);
  }
}

async function listNewestIds(
  { table, alias, id, at, within }: ListSource,
  now: Date,
  limit: number,
): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT ${id} AS id FROM ${table}
    WHERE ${within} AND ${visibleSql(now, alias)}
    ORDER BY ${at} DESC, ${id} DESC
    LIMIT ${limit}`;
  return rows.map((row) => row.id);
}

async function findLastWithdrawal(
  { table, id, within }: ListSource,
  now: Date,
): Promise<Date | null> {
  const [last] = await database().$queryRaw<{ at: Date }[]>`
    SELECT withdrawn.withdrawn_at AS at FROM article withdrawn
    WHERE ${withdrawnSql(now, 'withdrawn')}
      AND EXISTS (SELECT FROM ${table} WHERE ${within} AND ${id} = withdrawn.id)
    ORDER BY withdrawn.withdrawn_at DESC
    LIMIT 1`;
  return last?.at ?? null;
}
