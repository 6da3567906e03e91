import { database } from './client';
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

type HitRow = TrailRow & Readonly<{ snippet: string; total: number }>;

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
): Promise<Readonly<{ hits: readonly SearchHitRecord[]; total: number }>> {
  const question = query.replace(/\p{C}/gu, ' ').trim();
  if (question === '') return { hits: [], total: 0 };
  const { take, skip } = pageWindow(page);
  // Without a row the page is past the end, or there is no answer: `total` comes all the same.
  const rows = await database().$queryRaw<(HitRow | { id: null; total: number })[]>`
    WITH questions AS MATERIALIZED (
      SELECT language, websearch_to_tsquery(search_config(language), search_text(${question})) AS question
      FROM (SELECT DISTINCT language FROM article) languages
    ), found AS MATERIALIZED (
      SELECT article.id, article.language, article.visible_from, question,
             ts_rank_cd(article.search_vector, question, 1) AS rank
      FROM questions
      JOIN article ON article.language = questions.language AND article.search_vector @@ question
      WHERE ${visibleSql(now)}
    ), hits AS (
      SELECT * FROM found
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
  return {
    hits: found.map(({ snippet, total: _, ...row }) => ({
      trail: toTrail(row),
      snippet: snippetParts(snippet),
    })),
    total: rows[0]?.total ?? 0,
  };
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
