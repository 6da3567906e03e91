import { Prisma } from './generated/client';
import { SAMPLED } from './lexemes';
import { trailColumns, trailJoins } from './trails';
import { visibleSql } from './visibility';

/** Of a tag with more stories than this the newest are looked at. */
const NEWEST = 200;
/** A word in more stories than this tells nothing. */
const COMMON = 80;
/** A tag of more stories than this is as good as one of all: that many are counted. */
const RAREST = 2_000;
/** Nor does a word in more than one story of so many. */
const COMMON_SHARE = 4;
/** Words of the story that are looked up: of those that may tell something, those that it stresses most. */
const WORDS = 30;
/** Fewer shared words than this are chance. */
const WORDS_SHARED = 3;
/** Age in days at which 1/e is left of what recency can add. */
const RECENCY_DAYS = 365;
/** Candidates for each place that there is. */
const CHOICES = 6;

/**
 * What decides between candidates; `npm run bench -- related` chooses it.
 * @property words what all words together weigh, beside 1 for a tag of a single story
 * @property section what being in the same section adds, as a share of the score
 * @property recency what goes with age, as a share of the score
 * @property repetition see `spread`
 */
export type RelatedWeights = Readonly<{
  words: number;
  section: number;
  recency: number;
  repetition: number;
}>;

export const RELATED_WEIGHTS: RelatedWeights = {
  words: 2,
  section: 0.2,
  recency: 0.5,
  repetition: 1,
};

/**
 * Rows (kind, names, a `Candidate`, a trail): the story itself, its neighbours, and candidates for related
 * stories, best first and more of them than places.
 *
 * A shared tag weighs 1 / log2(1 + n), n being its stories: the rarer, the more it tells. All words
 * together weigh at most `words`. Section and age add and take a share of that, so that they decide between
 * equals and make no relation by themselves.
 */
export function readOnStatement(
  slug: string,
  now: Date,
  limit: number,
  weights: RelatedWeights,
): Prisma.Sql {
  return Prisma.sql`
    WITH self AS MATERIALIZED (
      SELECT id, section_id, visible_from, search_vector
      FROM article WHERE slug = ${slug} AND ${visibleSql(now)}
    ), ${tagsInCommon(now)}, ${wordsInCommon(now, weights)}, scored AS (
      SELECT id, sum(score) AS score, max(names) AS names, max(words) AS words
      FROM (
        SELECT id, score, names, NULL AS words FROM by_tags
        UNION ALL SELECT id, score, NULL, words FROM by_words
      ) parts
      GROUP BY id
    ), choices AS (
      (SELECT article.id, 0 AS step, 'pinned' AS kind, NULL::text[] AS names,
              NULL::text[] AS words, -pin.position::float8 AS score, article.visible_from
       FROM self
       JOIN related_pin pin ON pin.article_id = self.id
       JOIN article ON article.id = pin.related_id
       WHERE ${visibleSql(now)})
      UNION ALL
      (SELECT scored.id, 1, CASE WHEN names IS NULL THEN 'text' ELSE 'tags' END, names, words,
              score * ${shareOfAge(now, weights)}
                * CASE WHEN article.section_id = self.section_id THEN 1 + ${weights.section}::float8 ELSE 1 END,
              article.visible_from
       FROM self CROSS JOIN scored JOIN article ON article.id = scored.id)
      UNION ALL
      (SELECT newest.id, 2, 'section', NULL, NULL, 0, newest.visible_from
       FROM self CROSS JOIN LATERAL (
         SELECT id, visible_from FROM article
         WHERE section_id = self.section_id AND id <> self.id AND ${visibleSql(now)}
         ORDER BY visible_from DESC, id DESC
         LIMIT ${limit * CHOICES}
       ) newest)
    ), once AS (
      SELECT DISTINCT ON (id) * FROM choices ORDER BY id, step
    ), shown AS (
      (SELECT id, kind, names, words, step, score,
              row_number() OVER (ORDER BY step, score DESC, visible_from DESC, id DESC) AS place
       FROM once ORDER BY place LIMIT ${limit * CHOICES})
      UNION ALL (SELECT id, 'self', NULL, NULL, NULL, NULL, 0 FROM self)
      UNION ALL ${neighbour('previous', now)}
      UNION ALL ${neighbour('next', now)}
    )
    SELECT shown.kind, shown.names, shown.words, shown.step, shown.score,
           tsvector_to_array(ts_filter(article.search_vector, '{a,b}')) AS lead, ${trailColumns}
    FROM shown JOIN article ON article.id = shown.id ${trailJoins}
    ORDER BY shown.place`;
}

/** The story before or after this one in the order of its section's list. */
function neighbour(side: 'previous' | 'next', now: Date): Prisma.Sql {
  const [before, order] = {
    previous: [Prisma.sql`<`, Prisma.sql`DESC`],
    next: [Prisma.sql`>`, Prisma.sql`ASC`],
  }[side];
  return Prisma.sql`
    (SELECT beside.id, ${side}, NULL, NULL, NULL, NULL, NULL
     FROM self CROSS JOIN LATERAL (
       SELECT id FROM article
       WHERE section_id = self.section_id AND ${visibleSql(now)}
         AND (visible_from, id) ${before} (self.visible_from, self.id)
       ORDER BY visible_from ${order}, id ${order}
       LIMIT 1
     ) beside)`;
}

/** What is left of a score: all for a story of this instant, less with age. */
function shareOfAge(now: Date, { recency }: RelatedWeights): Prisma.Sql {
  return Prisma.sql`(1 - ${recency}::float8 * (1 - exp(
    -GREATEST(0, extract(epoch FROM ${now}::timestamptz - article.visible_from))::float8
      / 86400 / ${RECENCY_DAYS}::float8
  )))`;
}

/** by_tags (id, score, names): stories that share tags, whose names come rarest first. */
function tagsInCommon(now: Date): Prisma.Sql {
  return Prisma.sql`
    own_tags AS MATERIALIZED (
      SELECT tag.id, tag.name, own.position,
             ln(2) / ln(1 + GREATEST(1, (
               SELECT count(*) FROM (
                 SELECT FROM article_tag link
                 WHERE link.tag_id = tag.id AND link.visible_from <= ${now}
                 LIMIT ${RAREST}
               ) counted
             ))::float8) AS weight
      FROM self
      JOIN article_tag own ON own.article_id = self.id
      JOIN tag ON tag.id = own.tag_id
    ), by_tags AS (
      SELECT sharing.id, sum(weight) AS score,
             array_agg(name ORDER BY weight DESC, position) AS names
      FROM own_tags CROSS JOIN LATERAL (
        SELECT link.article_id AS id
        FROM article_tag link
        WHERE link.tag_id = own_tags.id AND link.article_id <> (SELECT id FROM self)
          AND ${visibleSql(now, 'link')}
        ORDER BY link.visible_from DESC, link.article_id DESC
        LIMIT ${NEWEST}
      ) sharing
      GROUP BY sharing.id
    )`;
}

/**
 * by_words (id, score): stories that share telling words. Words are the lexemes of the story's own
 * search vector, weighed by where and how often they stand in it, and by their rarity twice, since
 * it counts on both sides of a likeness; the score is the shared part of the whole weight.
 */
function wordsInCommon(now: Date, { words }: RelatedWeights): Prisma.Sql {
  return Prisma.sql`
    own_words AS MATERIALIZED (
      SELECT lexeme, (
        SELECT sum(CASE place WHEN 'A' THEN 4 WHEN 'B' THEN 2 ELSE 1 END)
        FROM unnest(weights) AS place
      )::float8 AS stress
      FROM self, unnest(self.search_vector)
      WHERE length(lexeme) >= 3 AND lexeme !~ '[0-9]'
        -- To look the others up would cost as much as the paper is large, for nothing.
        AND NOT EXISTS (
          SELECT FROM lexeme known WHERE known.lexeme = unnest.lexeme AND sampled > ${COMMON / SAMPLED}
        )
      ORDER BY stress DESC, lexeme
      LIMIT ${WORDS}
    ), telling AS MATERIALIZED (
      SELECT lexeme, ids, (1 + ln(stress)) / ln(1 + cardinality(ids)::float8) ^ 2 AS weight
      FROM own_words CROSS JOIN LATERAL (
        SELECT array_agg(id) AS ids
        FROM (
          SELECT article.id
          FROM (
            -- OFFSET 0 keeps the next condition out: with it the planner would rather read all
            -- search vectors than their index.
            SELECT id, visible_from, withdrawn_at FROM article
            WHERE search_vector @@ plainto_tsquery('simple', lexeme) OFFSET 0
          ) article
          WHERE ${visibleSql(now)}
          LIMIT ${COMMON + 1}
        ) having_it
      ) holders
      WHERE cardinality(ids) BETWEEN 2 AND (
        SELECT GREATEST(2, count(*) / ${COMMON_SHARE})
        FROM (
          -- In an order that an index has: without one the planner may begin to read the table.
          SELECT FROM article WHERE ${visibleSql(now)}
          ORDER BY visible_from DESC, id DESC LIMIT ${COMMON * COMMON_SHARE}
        ) stories
      )
    ), by_words AS (
      SELECT holder AS id, ${words}::float8 * sum(weight) / (SELECT sum(weight) FROM telling) AS score,
             array_agg(lexeme) AS words
      FROM self, telling, unnest(ids) AS holder
      WHERE holder <> self.id
      GROUP BY holder
      HAVING count(*) >= ${WORDS_SHARED}
    )`;
}
