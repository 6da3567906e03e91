import { Prisma } from './generated/client';
import { trailColumns, trailJoins } from './trails';
import { visibleSql } from './visibility';

/** A word in more stories than this tells nothing; of a tag with more, the newest are looked at. */
const COMMON = 200;
/** A tag of more stories than this is as good as one of all: that many are counted. */
const RAREST = 2_000;
/** Nor does a word in more than one story of so many. */
const COMMON_SHARE = 4;
/** Words of the story whose rarity is looked up: those that it stresses most. */
const WORDS_TRIED = 40;
/** Words of the story that say most what it is about. */
const WORDS_USED = 20;
/** Fewer shared words than this are chance. */
const WORDS_SHARED = 3;
/** Age in days at which recency adds 1/e of what it can, and how much that is of the whole. */
const RECENCY_DAYS = 365;
const RECENCY_SHARE = 0.25;

/**
 * Rows (kind, names, a trail) in the order to show: the related stories, then the neighbours.
 *
 * A shared tag weighs 1 / log2(1 + n), n being its stories: the rarer, the more it tells. All
 * words together weigh at most 1. Up to a quarter of the sum goes with age, so that recency
 * decides between equals and makes no relation by itself.
 */
export function readOnStatement(slug: string, now: Date, limit: number): Prisma.Sql {
  return Prisma.sql`
    WITH self AS MATERIALIZED (
      SELECT id, section_id, visible_from, search_vector
      FROM article WHERE slug = ${slug} AND ${visibleSql(now)}
    ), ${tagsInCommon(now)}, ${wordsInCommon(now)}, scored AS (
      SELECT id, sum(score) AS score, max(names) AS names
      FROM (SELECT id, score, names FROM by_tags UNION ALL SELECT id, score, NULL FROM by_words) parts
      GROUP BY id
    ), choices AS (
      (SELECT article.id, 0 AS step, 'pinned' AS kind, NULL::text[] AS names,
              -pin.position::float8 AS score, article.visible_from
       FROM self
       JOIN related_pin pin ON pin.article_id = self.id
       JOIN article ON article.id = pin.related_id
       WHERE ${visibleSql(now)})
      UNION ALL
      (SELECT id, 1, CASE WHEN names IS NULL THEN 'text' ELSE 'tags' END, names,
              score * (1 - ${RECENCY_SHARE}::float8 * (1 - ${recency(now)})), visible_from
       FROM scored JOIN article USING (id))
      UNION ALL
      (SELECT newest.id, 2, 'section', NULL, 0, newest.visible_from
       FROM self CROSS JOIN LATERAL (
         SELECT id, visible_from FROM article
         WHERE section_id = self.section_id AND id <> self.id AND ${visibleSql(now)}
         ORDER BY visible_from DESC, id DESC
         LIMIT ${limit * 3}
       ) newest)
    ), once AS (
      SELECT DISTINCT ON (id) * FROM choices ORDER BY id, step
    ), shown AS (
      (SELECT id, kind, names, row_number() OVER (ORDER BY step, score DESC, visible_from DESC, id DESC) AS place
       FROM once ORDER BY place LIMIT ${limit})
      UNION ALL ${neighbour('previous', now)}
      UNION ALL ${neighbour('next', now)}
    )
    SELECT shown.kind, shown.names, ${trailColumns}
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
    (SELECT beside.id, ${side}, NULL, NULL
     FROM self CROSS JOIN LATERAL (
       SELECT id FROM article
       WHERE section_id = self.section_id AND ${visibleSql(now)}
         AND (visible_from, id) ${before} (self.visible_from, self.id)
       ORDER BY visible_from ${order}, id ${order}
       LIMIT 1
     ) beside)`;
}

/** From 1 for a story of this instant down to 0. */
function recency(now: Date): Prisma.Sql {
  return Prisma.sql`exp(
    -GREATEST(0, extract(epoch FROM ${now}::timestamptz - visible_from))::float8
      / 86400 / ${RECENCY_DAYS}::float8
  )`;
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
        LIMIT ${COMMON}
      ) sharing
      GROUP BY sharing.id
    )`;
}

/**
 * by_words (id, score): stories that share telling words. Words are the lexemes of the story's own
 * search vector, weighed by where and how often they stand in it, and by their rarity twice, since
 * it counts on both sides of a likeness; the score is the shared part of the whole weight.
 */
function wordsInCommon(now: Date): Prisma.Sql {
  return Prisma.sql`
    own_words AS MATERIALIZED (
      SELECT lexeme, (
        SELECT sum(CASE place WHEN 'A' THEN 4 WHEN 'B' THEN 2 ELSE 1 END)
        FROM unnest(weights) AS place
      )::float8 AS stress
      FROM self, unnest(self.search_vector)
      WHERE length(lexeme) >= 3 AND lexeme !~ '[0-9]'
      ORDER BY stress DESC, lexeme
      LIMIT ${WORDS_TRIED}
    ), everyday AS MATERIALIZED (
      -- To look these up would cost as much as the paper is large, for nothing: they are in far more than
      -- COMMON stories, even if what Postgres knows of them is somewhat old. It knows the commonest only.
      SELECT elem AS lexeme
      FROM pg_stats, pg_class,
        unnest(most_common_elems::text::text[], most_common_elem_freqs) AS known (elem, share)
      WHERE schemaname = current_schema() AND tablename = 'article' AND attname = 'search_vector'
        AND pg_class.oid = 'article'::regclass
        AND share * reltuples > ${4 * COMMON}
    ), telling AS MATERIALIZED (
      SELECT ids, (1 + ln(stress)) / ln(1 + cardinality(ids)::float8) ^ 2 AS weight
      FROM (
        SELECT * FROM own_words WHERE lexeme NOT IN (SELECT lexeme FROM everyday WHERE lexeme IS NOT NULL)
      ) own_words CROSS JOIN LATERAL (
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
        FROM (SELECT FROM article WHERE ${visibleSql(now)} LIMIT ${COMMON * COMMON_SHARE}) stories
      )
      ORDER BY weight DESC, lexeme
      LIMIT ${WORDS_USED}
    ), by_words AS (
      SELECT holder AS id, sum(weight) / (SELECT sum(weight) FROM telling) AS score
      FROM self, telling, unnest(ids) AS holder
      WHERE holder <> self.id
      GROUP BY holder
      HAVING count(*) >= ${WORDS_SHARED}
    )`;
}
