import { Prisma } from './generated/client';
import type { StoryLinkRecord } from './records';
import { visibleSql } from './visibility';
import { OutOfTime, withinBudget } from './within-budget';

/** Longer paths are no slip of the finger. */
const LONGEST_PATH = 200;
/** Letters; shorter words are in too many addresses to find a story by. */
const SHORTEST_WORD = 4;
/** A word is looked for in so many of the newest stories: what is mistyped is mostly what is new. */
const NEWEST = 2_000;
/** Stories compared at most because they are like the path all over, however old they are. */
const COMPARED = 500;
/** Milliseconds that the comparison may take of the database; after that there is nothing to suggest. */
const PATIENCE = 2_000;
/** Share of a path's trigrams that an address must hold in one stretch. */
const LIKE_ENOUGH = 0.4;

/**
 * Visible stories whose address or headline is like the last part of a path, the likest first:
 * those that share a whole word with it, and those that are like it all over.
 */
export async function listNearArticles(
  path: string,
  now: Date,
  limit: number,
): Promise<readonly StoryLinkRecord[]> {
  const words = wordsOf(path);
  if (words.length === 0) return [];
  try {
    return await withinBudget(PATIENCE, (ask) => ask(nearStatement(words, now, limit)));
  } catch (error) {
    if (error instanceof OutOfTime) return [];
    throw error;
  }
}

function nearStatement(words: readonly string[], now: Date, limit: number): Prisma.Sql {
  const all = words.join(' ');
  return Prisma.sql`
    WITH compared AS (
      SELECT * FROM (
        SELECT id, slug, headline, section_id, visible_from FROM article
        WHERE ${visibleSql(now)}
        ORDER BY visible_from DESC, id DESC LIMIT ${NEWEST}
      ) newest
      WHERE ${sharesWord(words)}
      UNION
      (SELECT id, slug, headline, section_id, visible_from FROM article
       WHERE (slug % ${all} OR headline % ${all}) AND ${visibleSql(now)}
       LIMIT ${COMPARED})
    ), likeness AS MATERIALIZED (
      SELECT *, GREATEST(
        similarity(slug, ${all}), word_similarity(${all}, slug),
        similarity(headline, ${all}), word_similarity(${all}, headline)
      ) AS score
      FROM compared
    )
    SELECT likeness.slug, section.slug AS "sectionSlug", headline
    FROM likeness JOIN section ON section.id = section_id
    WHERE score >= ${LIKE_ENOUGH}::float8
    ORDER BY score DESC, visible_from DESC, likeness.id DESC
    LIMIT ${limit}`;
}

/** Words hold letters and digits only, so they need no escaping in a pattern. */
function sharesWord(words: readonly string[]): Prisma.Sql {
  const patterns = words.filter((word) => word.length >= SHORTEST_WORD).map((word) => `%${word}%`);
  return Prisma.sql`(slug LIKE ANY (${patterns}::text[]) OR headline ILIKE ANY (${patterns}::text[]))`;
}

/** The words of a path's last part that holds a letter. */
function wordsOf(path: string): string[] {
  const parts = path.toLowerCase().slice(0, LONGEST_PATH).split('/');
  const last = parts.findLast((part) => /\p{L}/u.test(part)) ?? '';
  return last.match(/[\p{L}\p{N}]+/gu) ?? [];
}
