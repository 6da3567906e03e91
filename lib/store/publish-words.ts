import type { Database } from './client';
import { Prisma } from './generated/client';
import { visibleSql } from './visibility';

/**
 * Adds the words of those of these stories that readers can see to the words that a misspelt question could
 * mean. Words are never taken away: whether one still leads to a story is asked of the stories.
 */
export async function writeWords(db: Database, ids: readonly string[], now: Date): Promise<void> {
  await addWords(db, Prisma.sql`article.id = ANY(${ids}::uuid[]) AND ${visibleSql(now)}`);
}

/**
 * The same of the stories that came to be seen by themselves since the last publication: an embargo ends without
 * anybody acting, and before that no word of it may be told. To be called before the edition is raised.
 */
export async function writeComingWords(db: Database, now: Date): Promise<void> {
  await addWords(
    db,
    Prisma.sql`article.visible_from > (SELECT changed_at FROM edition) AND ${visibleSql(now)}`,
  );
}

async function addWords(db: Database, ofStories: Prisma.Sql): Promise<void> {
  await db.$executeRaw`
    INSERT INTO word (word)
    SELECT DISTINCT word
    FROM article, article_words(headline, kicker, standfirst, body_text) AS word
    WHERE ${ofStories}
    ON CONFLICT DO NOTHING`;
}
