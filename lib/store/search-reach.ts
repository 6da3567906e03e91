import { Prisma } from './generated/client';
import { SAMPLED } from './lexemes';
import { asksForPlaces, lexemesOf, shareWithWords, withoutPlaces } from './search-share';
import type { LanguageQuestion, Scope } from './search-statement';
import { visibleSql } from './visibility';
import type { Ask } from './within-budget';

/**
 * Stories that are read to see whether the words stand where a question asks for them: the newest that have the
 * words. In an archive of a million, a thousand of them would take as long again as to look the words up.
 */
export const MOST_READ = 500;
/** Newest stories that are read to see how often the words of a question are together. */
const LOOKED_AT = 200;
/** Fewer of them with the words are chance. */
const FEWEST = 3;

/**
 * From when on stories are asked whether they answer: the beginning of a month (UTC); null: all are. Where the
 * words stand is known of a story only when it is read; of those that have the words the newest are. How many there
 * are is reckoned from how common the words are and how many stories the months have, which costs as little in a
 * large paper as in a small one.
 */
export async function reachOf(
  ask: Ask,
  questions: readonly LanguageQuestion[],
  scope: Scope,
  now: Date,
): Promise<Date | null> {
  if (!questions.some(({ question }) => asksForPlaces(question))) return null;
  const share = await shareOf(ask, questions, now);
  if (share === null) return null;
  const { sectionId, tagIds, from, until } = scope;
  const reaches = [
    await (sectionId === null
      ? newestMonths(ask, 'archive', [0], until, MOST_READ / share)
      : newestMonths(ask, 'section', [sectionId], until, MOST_READ / share)),
    // Where less is read if the stories of a tag are read one by one, they are.
    ...(tagIds === null ? [] : [await newestMonths(ask, 'tag', tagIds, until, MOST_READ)]),
  ];
  const reach = reaches.reduce(farther);
  return from !== null && reach !== null && reach <= from ? null : reach;
}

/**
 * In which share of the paper's stories the words are together: as if each went its own way, or as in the newest
 * stories, where it keeps the company of the others. Null: so rare that all stories can be read.
 */
async function shareOf(
  ask: Ask,
  questions: readonly LanguageQuestion[],
  now: Date,
): Promise<number | null> {
  const { shares, stories } = await sharesOf(
    ask,
    questions.flatMap(({ question }) => lexemesOf(question)),
  );
  const sumOf = (together: (one: number, other: number) => number) =>
    questions
      .map(({ question }) => shareWithWords(question, (word) => shares.get(word) ?? 0, together))
      .reduce((sum, share) => sum + share, 0);
  if (sumOf(Math.min) * stories <= MOST_READ) return null;
  return Math.max(
    sumOf((one, other) => one * other),
    await shareOfNewest(ask, questions, now),
  );
}

function farther(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return null;
  return one < other ? one : other;
}

/** In which share of the paper's stories these lexemes are, without those that are in few; how many it has. */
async function sharesOf(
  ask: Ask,
  lexemes: readonly string[],
): Promise<Readonly<{ shares: ReadonlyMap<string, number>; stories: number }>> {
  const rows = await ask<{ lexeme: string; share: number; stories: number }>(Prisma.sql`
    SELECT lexeme, LEAST(1, ${SAMPLED} * sampled / stories::float8) AS share, stories
    FROM lexeme JOIN list_total ON list = 'archive' AND stories > 0
    WHERE lexeme = ANY(${lexemes})`);
  return {
    shares: new Map(rows.map(({ lexeme, share }) => [lexeme, share])),
    stories: rows[0]?.stories ?? 0,
  };
}

async function shareOfNewest(
  ask: Ask,
  questions: readonly LanguageQuestion[],
  now: Date,
): Promise<number> {
  const together = questions.map(
    ({ language, question }) =>
      Prisma.sql`(language = ${language} AND search_vector @@ ${withoutPlaces(question)}::tsquery)`,
  );
  const [found] = await ask<{ stories: number }>(Prisma.sql`
    SELECT count(*)::int AS stories
    FROM (
      SELECT language, search_vector FROM article
      WHERE ${visibleSql(now, 'article')}
      ORDER BY visible_from DESC, id DESC LIMIT ${LOOKED_AT}
    ) newest
    WHERE ${Prisma.join(together, ' OR ')}`);
  const stories = found?.stories ?? 0;
  return stories < FEWEST ? 0 : stories / LOOKED_AT;
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
