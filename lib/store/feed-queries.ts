import { articleSelect, toArticle } from './article-queries';
import { database } from './client';
import { Prisma } from './generated/client';
import type { ArticleRecord } from './records';
import { newestFirst } from './trails';
import { visibleSql, withdrawnSql } from './visibility';

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

/** The newest stories, whole: one statement for which they are, one for them, one for what was withdrawn. */
export async function listFeedStories(
  scope: FeedScope,
  now: Date,
  limit: number,
): Promise<FeedStories> {
  const ids = await listNewestIds(scope, now, limit);
  const [rows, lastWithdrawal] = await Promise.all([
    database().article.findMany({
      where: { id: { in: ids } },
      select: articleSelect,
      orderBy: [...newestFirst],
    }),
    findLastWithdrawal(scope, now),
  ]);
  return { stories: rows.map(toArticle), lastWithdrawal };
}

/** From the list of each name by itself: so many of it are enough. */
async function listNewestIds(scope: FeedScope, now: Date, limit: number): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT story.id, story.visible_from
    FROM ${listsOf(scope)} list CROSS JOIN LATERAL (
      SELECT ${idIn(scope)} AS id, story.visible_from FROM ${tableOf(scope)} story
      WHERE ${isIn(scope)} AND ${visibleSql(now, 'story')}
      ORDER BY story.visible_from DESC, ${idIn(scope)} DESC
      LIMIT ${limit}
    ) story
    ORDER BY story.visible_from DESC, story.id DESC
    LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

async function findLastWithdrawal(scope: FeedScope, now: Date): Promise<Date | null> {
  const [last] = await database().$queryRaw<{ at: Date }[]>`
    SELECT article.withdrawn_at AS at FROM article
    WHERE ${withdrawnSql(now)} AND EXISTS (
      SELECT FROM ${listsOf(scope)} list JOIN ${tableOf(scope)} story ON ${isIn(scope)}
      WHERE ${idIn(scope)} = article.id
    )
    ORDER BY article.withdrawn_at DESC
    LIMIT 1`;
  return last?.at ?? null;
}

/** Rows of one name each, that has an id. */
function listsOf(scope: FeedScope): Prisma.Sql {
  switch (scope.kind) {
    case 'site':
      return Prisma.sql`(SELECT)`;
    case 'tag':
      return Prisma.sql`(SELECT id FROM tag WHERE slug = ANY(${[...scope.slugs]}))`;
    default:
      return Prisma.sql`(SELECT id FROM ${Prisma.raw(scope.kind)} WHERE slug = ${scope.slug})`;
  }
}

/** Whose index says, for each name, which stories are the newest. */
function tableOf({ kind }: FeedScope): Prisma.Sql {
  return Prisma.raw(kind === 'tag' || kind === 'author' ? `article_${kind}` : 'article');
}

function idIn({ kind }: FeedScope): Prisma.Sql {
  return Prisma.raw(kind === 'tag' || kind === 'author' ? 'story.article_id' : 'story.id');
}

function isIn({ kind }: FeedScope): Prisma.Sql {
  return Prisma.raw(kind === 'site' ? 'true' : `story.${kind}_id = list.id`);
}
