import { archiveList } from './archive-queries';
import { database } from './client';
import { Prisma } from './generated/client';
import { listOf, type TagRef, tagList } from './list-queries';
import type { NameRecord, PeriodRecord, RelatedTagRecord, TagCountRecord } from './records';
import { hasStory } from './sitemap-queries';
import { monthsOf, totalOf } from './trail-lists';
import { visibleSql } from './visibility';

/** More tags than any paper has. */
const MANY_TAGS = 50_000;

/** Every tag under which a story can be seen, in no order that readers would know. One story is looked for, for each. */
export async function listVisibleTags(now: Date): Promise<readonly NameRecord[]> {
  return database().$queryRaw<NameRecord[]>`
    SELECT name.slug, name.name FROM tag name ${hasStory('tag', now)}
    ORDER BY name.slug
    LIMIT ${MANY_TAGS}`;
}

/** How many stories each of these tags has, by its slug. */
export async function countTagStories(
  slugs: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const id = Prisma.sql`named.id`;
  const rows = await database().$queryRaw<Pick<TagCountRecord, 'slug' | 'count'>[]>`
    SELECT named.slug, CASE
      WHEN named.includes_children THEN ${totalOf(listOf('tree', id), now)}
      ELSE ${totalOf(listOf('tag', id), now)}
    END AS count
    FROM tag named
    WHERE named.slug = ANY(${slugs})
    LIMIT ${slugs.length}`;
  return new Map(rows.map(({ slug, count }) => [slug, count]));
}

/** Months (UTC) with stories of a tag among the last `limit` up to its newest, oldest first. */
export async function listTagMonths(
  tag: TagRef,
  now: Date,
  limit: number,
): Promise<readonly PeriodRecord[]> {
  return database().$queryRaw<PeriodRecord[]>`
    WITH months AS MATERIALIZED (${monthsOf(tagList(tag), now)})
    SELECT month AT TIME ZONE 'UTC' AS start, stories AS count
    FROM months
    WHERE month > (SELECT max(month) FROM months) - ${limit}::int * interval '1 month'
    ORDER BY month
    LIMIT ${limit}`;
}

/** Of a tag's stories the newest so many are looked at. */
const SAMPLE = 500;
/** Tags that fewer of them share are together by accident. */
const LEAST_SHARED = 3;
/** Of the tags that they share, those shared most often are compared. */
const COMPARED = 200;
/** What observed and expected numbers are raised by, so that small ones prove little. */
const SHRINKAGE = 0.5;
/** Together half again as often as by chance, and not less. */
const LEAST_LIFT = 1.5;

/**
 * Tags that stand beside a tag more often than chance would have them, most so first: neither the tag itself nor its
 * parent or children. By lift, the number of shared stories beside the number to be expected if tags knew nothing of
 * each other, P(a,b) / (P(a) P(b)) (Brin, Motwani, Ullman and Tsur, “Dynamic itemset counting”, 1997, who call it
 * interest), both raised by ½ (Norén, Hopstadius and Bate, “Shrinkage observed-to-expected ratios”, 2013):
 *
 *     lift = (shared + ½) / (sample × stories of b / stories of the paper + ½)
 *
 * `shared` and `sample` are of the newest stories of `tag`; the other two are counted from the month of the oldest of
 * these on, so that a tag of long ago is not taken for a rare one.
 */
export async function listRelatedTags(
  tag: TagRef,
  now: Date,
  limit: number,
): Promise<readonly RelatedTagRecord[]> {
  const own = tagList(tag);
  const since = Prisma.sql`month >= (SELECT since FROM span)`;
  return database().$queryRaw<RelatedTagRecord[]>`
    WITH self AS MATERIALIZED (SELECT id, parent_id FROM tag WHERE slug = ${tag.slug}),
    sample AS MATERIALIZED (
      SELECT ${own.id} AS id, ${own.at} AS at FROM ${own.table}
      WHERE ${own.within} AND ${visibleSql(now, own.alias)}
      ORDER BY ${own.at} DESC, ${own.id} DESC
      LIMIT ${SAMPLE}
    ), span AS MATERIALIZED (
      SELECT count(*)::float8 AS stories, month_of(min(at)) AS since FROM sample
    ), paper AS MATERIALIZED (
      SELECT sum(stories)::float8 AS stories
      FROM (${monthsOf(archiveList(null), now)}) months WHERE ${since}
    ), candidate AS MATERIALIZED (
      SELECT beside.tag_id AS id, count(*)::int AS shared
      FROM sample CROSS JOIN LATERAL (
        -- OFFSET 0: story by story. Joined freely, the planner may read the table whole.
        SELECT tag_id FROM article_tag WHERE article_id = sample.id OFFSET 0
      ) beside
      GROUP BY beside.tag_id
      HAVING count(*) >= ${LEAST_SHARED}
      ORDER BY shared DESC, id
      LIMIT ${COMPARED}
    )
    SELECT tag.slug, tag.name, shared, lift
    FROM candidate
    CROSS JOIN LATERAL (
      SELECT (shared + ${SHRINKAGE}::float8) / (
        (SELECT stories FROM span) * sum(stories)::float8 / (SELECT stories FROM paper)
          + ${SHRINKAGE}::float8
      ) AS lift
      FROM (${monthsOf(listOf('tag', Prisma.sql`candidate.id`), now)}) months WHERE ${since}
    ) scored
    JOIN tag ON tag.id = candidate.id
    CROSS JOIN self
    WHERE lift >= ${LEAST_LIFT}::float8 AND tag.id <> self.id
      AND tag.id IS DISTINCT FROM self.parent_id AND tag.parent_id IS DISTINCT FROM self.id
    ORDER BY lift DESC, shared DESC, tag.slug
    LIMIT ${limit}`;
}
