import { Prisma } from './generated/client';
import { SAMPLED } from './lexemes';
import { asksForPlaces, lexemesOf, shareWithWords } from './search-share';
import { type LanguageQuestion, MOST_RANKED, type Scope } from './search-statement';
import type { Ask } from './within-budget';

/**
 * From when on stories are asked whether they answer: the beginning of a month (UTC); null: all are. Where the
 * words stand is known of a story only when it is read; of those that have the words so many of the newest are as
 * would be ranked. How many there are is reckoned from how common the words are and how many stories the months
 * have, which costs as little in a large paper as in a small one.
 */
export async function reachOf(
  ask: Ask,
  questions: readonly LanguageQuestion[],
  scope: Scope,
): Promise<Date | null> {
  const asked = questions.map(({ question }) => question);
  if (!asked.some(asksForPlaces)) return null;
  const shares = await sharesOf(ask, asked.flatMap(lexemesOf));
  const share = asked
    .map((question) => shareWithWords(question, (lexeme) => shares.get(lexeme) ?? 0))
    .reduce((sum, one) => sum + one, 0);
  if (share === 0) return null;
  const { sectionId, tagIds, from, until } = scope;
  const reaches = [
    await (sectionId === null
      ? newestMonths(ask, 'archive', [0], until, MOST_RANKED / share)
      : newestMonths(ask, 'section', [sectionId], until, MOST_RANKED / share)),
    // Where less is read if the stories of a tag are read one by one, they are.
    ...(tagIds === null ? [] : [await newestMonths(ask, 'tag', tagIds, until, MOST_RANKED)]),
  ];
  const reach = reaches.reduce(farther);
  return from !== null && reach !== null && reach <= from ? null : reach;
}

function farther(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return null;
  return one < other ? one : other;
}

/** In which share of the paper's stories these lexemes are; one that is in few stories may be missing. */
async function sharesOf(
  ask: Ask,
  lexemes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await ask<{ lexeme: string; share: number }>(Prisma.sql`
    SELECT lexeme, LEAST(1, ${SAMPLED} * sampled / paper.stories::float8) AS share
    FROM lexeme JOIN list_total paper ON paper.list = 'archive'
    WHERE lexeme = ANY(${lexemes}) AND paper.stories > 0`);
  return new Map(rows.map(({ lexeme, share }) => [lexeme, share]));
}

/**
 * Where the newest months begin, before `until`, in which lists have so many stories; null when they have no more.
 */
async function newestMonths(
  ask: Ask,
  list: 'archive' | 'section' | 'tag',
  ids: readonly number[],
  until: Date | null,
  stories: number,
): Promise<Date | null> {
  const [first] = await ask<{ month: Date }>(Prisma.sql`
    SELECT month::timestamp AT TIME ZONE 'UTC' AS month
    FROM (
      SELECT month, sum(sum(stories)) OVER (ORDER BY month DESC) AS through
      FROM list_month
      WHERE list = ${list} AND list_id = ANY(${ids})
        ${until === null ? Prisma.empty : Prisma.sql`AND month < ${until}`}
      GROUP BY month
    ) months
    WHERE through > ${stories}
    ORDER BY month DESC
    LIMIT 1`);
  return first?.month ?? null;
}
