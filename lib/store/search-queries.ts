import { database } from './client';
import { Prisma } from './generated/client';
import type { SearchHitRecord } from './records';
import { pageWindow, type TrailRow, toTrail, trailColumns, trailJoins } from './trails';
import { visibleSql } from './visibility';

/** Around a hit in a snippet; no story holds them, since content files may not. */
const HIT_START = '\u0001';
const HIT_END = '\u0002';

const HEADLINE_OPTIONS = [
  `StartSel="${HIT_START}"`,
  `StopSel="${HIT_END}"`,
  'MaxFragments=2',
  'MinWords=8',
  'MaxWords=24',
  'FragmentDelimiter=" … "',
].join(', ');

/**
 * Stories that are ranked: of a word in more stories than this the newest are, so that no question can
 * hold the database. Whether the index of words or that of dates finds them sooner, Postgres decides by its
 * statistics of how common the words are.
 */
export const MOST_RANKED = 1_000;

type HitRow = TrailRow & Readonly<{ snippet: string; total: number }>;

/** @property total at most MOST_RANKED @property hasMore whether there are more, which are not shown */
export type SearchRecord = Readonly<{
  hits: readonly SearchHitRecord[];
  total: number;
  hasMore: boolean;
}>;

const NOTHING: SearchRecord = { hits: [], total: 0, hasMore: false };

/**
 * One page (from 1) of the visible stories that answer a question in the syntax of
 * websearch_to_tsquery, best first. Each story is asked in its own language, and marks and spaces
 * are all one however they are set. Whatever is typed is a question; one that says nothing has no
 * answers.
 */
export async function searchArticles(
  query: string,
  now: Date,
  page: number,
): Promise<SearchRecord> {
  const words = query.replace(/\p{C}/gu, ' ').trim();
  if (words === '') return NOTHING;
  const questions = await questionsIn(words);
  if (questions.length === 0) return NOTHING;
  const { take, skip } = pageWindow(page);
  // Without a row the page is past the end, or there is no answer: `total` comes all the same.
  const rows = await database().$queryRaw<(HitRow | { id: null; total: number })[]>`
    WITH found AS MATERIALIZED (
      SELECT * FROM (${Prisma.join(
        questions.map((question) => candidates(question, now)),
        ' UNION ALL ',
      )}) candidates
      ORDER BY visible_from DESC, id DESC
      LIMIT ${MOST_RANKED + 1}
    ), ranked AS (
      SELECT * FROM found ORDER BY visible_from DESC, id DESC LIMIT ${MOST_RANKED}
    ), hits AS (
      SELECT * FROM ranked
      ORDER BY rank DESC, visible_from DESC, id DESC
      LIMIT ${take} OFFSET ${skip}
    )
    SELECT (SELECT count(*)::int FROM found) AS total,
           ts_headline(search_config(hits.language), article.body_text, question, ${HEADLINE_OPTIONS}) AS snippet,
           ${trailColumns}
    FROM (SELECT) one
    LEFT JOIN (hits JOIN article ON article.id = hits.id ${trailJoins}) ON true
    ORDER BY rank DESC, hits.visible_from DESC, hits.id DESC`;
  const found = rows.filter((row): row is HitRow => row.id !== null);
  const total = rows[0]?.total ?? 0;
  return {
    hits: found.map(({ snippet, total: _, ...row }) => ({
      trail: toTrail(row),
      snippet: snippetParts(snippet),
    })),
    total: Math.min(total, MOST_RANKED),
    hasMore: total > MOST_RANKED,
  };
}

type Question = Readonly<{ language: string; question: string }>;

/** What is asked in each language of the paper; a question that says nothing in one is not asked in it. */
async function questionsIn(words: string): Promise<readonly Question[]> {
  return database().$queryRaw<Question[]>`
    WITH RECURSIVE languages AS (
      (SELECT language FROM article ORDER BY language LIMIT 1)
      UNION ALL
      SELECT next.language FROM languages CROSS JOIN LATERAL (
        SELECT language FROM article WHERE article.language > languages.language
        ORDER BY language LIMIT 1
      ) next
    ), questions AS (
      SELECT language, websearch_to_tsquery(search_config(language), search_text(${words})) AS question
      FROM languages
    )
    SELECT language, question::text AS question FROM questions WHERE numnode(question) > 0`;
}

/** The newest stories of a language that answer. The question is a value, so that its words' frequency is known. */
function candidates({ language, question }: Question, now: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT article.id, article.language, article.visible_from, ${question}::tsquery AS question,
           ts_rank_cd(article.search_vector, ${question}::tsquery, 1) AS rank
    FROM article
    WHERE article.language = ${language} AND article.search_vector @@ ${question}::tsquery
      AND ${visibleSql(now)}
    ORDER BY article.visible_from DESC, article.id DESC
    LIMIT ${MOST_RANKED + 1})`;
}

/** Text and hits in turn, without empty parts. */
export function snippetParts(marked: string): SearchHitRecord['snippet'] {
  return marked
    .split(HIT_START)
    .flatMap((piece, index) => {
      const [first = '', second = ''] = piece.split(HIT_END);
      return index === 0
        ? [{ text: first, hit: false }]
        : [
            { text: first, hit: true },
            { text: second, hit: false },
          ];
    })
    .filter(({ text }) => text !== '');
}
