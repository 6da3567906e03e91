import type { Database } from './client';

/** Adds the words of these stories to those that a misspelt question could mean. Words are never taken away. */
export async function writeWords(db: Database, ids: readonly string[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO word (word)
    SELECT DISTINCT word
    FROM article, article_words(headline, kicker, standfirst, body_text) AS word
    WHERE article.id = ANY(${ids}::uuid[])
    ON CONFLICT DO NOTHING`;
}
