import { publication } from '@/lib/site/publication';
import { database } from './client';
import { Prisma } from './generated/client';
import type {
  ChangedListRecord,
  ChangedPeriodRecord,
  NewsRecord,
  SitemapChangeRecord,
  SitemapStoryRecord,
} from './records';
import { visibleSql, withdrawnSql } from './visibility';

/** Stories in one sitemap: as `sitemap_of` in the migrations counts. */
export const storiesPerSitemap = 2_500;

/** Tags, or authors, in one sitemap. */
export const namesPerSitemap = 5_000;

/** As many as a file of the protocol's may name of a story (Google: 1,000), and more than any has. */
const picturesPerStory = 50;

/** From when on readers could see a story as it is: `changedAt` of page models, in SQL. */
const changed = Prisma.sql`GREATEST(article.content_updated_at, article.visible_from)`;

/** The sitemaps of stories that hold any, and when each last changed. */
export async function listStorySitemaps(now: Date): Promise<readonly SitemapChangeRecord[]> {
  return database().$queryRaw<SitemapChangeRecord[]>`
    SELECT sitemap.number, GREATEST(newest.changed, corrected.at, withdrawn.at) AS changed
    FROM generate_series(1, (SELECT sitemap_of(max(number)) FROM article)) AS sitemap(number)
    CROSS JOIN LATERAL (
      SELECT ${changed} AS changed FROM article
      WHERE sitemap_of(article.number) = sitemap.number AND ${visibleSql(now)}
      ORDER BY ${changed} DESC LIMIT 1
    ) newest
    LEFT JOIN LATERAL (
      SELECT article.withdrawn_at AS at FROM article
      WHERE sitemap_of(article.number) = sitemap.number AND ${withdrawnSql(now)}
      ORDER BY article.withdrawn_at DESC LIMIT 1
    ) withdrawn ON true
    LEFT JOIN LATERAL (
      SELECT correction.at FROM correction
      WHERE sitemap_of(correction.story_number) = sitemap.number AND ${visibleSql(now, 'correction')}
      ORDER BY correction.at DESC LIMIT 1
    ) corrected ON true
    ORDER BY sitemap.number`;
}

/** The visible stories of a sitemap (from 1), in the order in which they came into the paper. */
export async function listSitemapStories(
  sitemap: number,
  now: Date,
): Promise<readonly SitemapStoryRecord[]> {
  const last = sitemap * storiesPerSitemap;
  return database().$queryRaw<SitemapStoryRecord[]>`
    SELECT article.slug, section.slug AS "sectionSlug",
      GREATEST(${changed},
        (SELECT max(at) FROM correction WHERE article_id = article.id)) AS changed,
      COALESCE(pictures.list, '[]') AS pictures
    FROM article JOIN section ON section.id = article.section_id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('hash', shown.hash, 'width', shown.width, 'height', shown.height)) AS list
      FROM (
        SELECT media.hash, media.width, media.height
        FROM article_media JOIN media ON media.hash = article_media.media_hash
        WHERE article_media.article_id = article.id
        ORDER BY media.hash IS DISTINCT FROM article.image_hash, media.hash
        LIMIT ${picturesPerStory}
      ) shown
    ) pictures ON true
    WHERE article.number > ${last - storiesPerSitemap} AND article.number <= ${last}
      AND ${visibleSql(now)}
    ORDER BY article.number`;
}

/** When a story of a sitemap was last withdrawn; null if none was. */
export async function findLatestWithdrawal(sitemap: number, now: Date): Promise<Date | null> {
  const [latest] = await database().$queryRaw<{ at: Date }[]>`
    SELECT article.withdrawn_at AS at FROM article
    WHERE sitemap_of(article.number) = ${sitemap} AND ${withdrawnSql(now)}
    ORDER BY article.withdrawn_at DESC LIMIT 1`;
  return latest?.at ?? null;
}

/** Where the stories of a name hang. */
const LINKS = {
  tag: { table: Prisma.raw('tag'), link: Prisma.raw('article_tag'), id: Prisma.raw('tag_id') },
  author: {
    table: Prisma.raw('author'),
    link: Prisma.raw('article_author'),
    id: Prisma.raw('author_id'),
  },
} as const;

export type NameKind = keyof typeof LINKS;

/** The sitemaps (from 1) of tags or authors that hold any with stories. */
export async function listNameSitemaps(kind: NameKind, now: Date): Promise<readonly number[]> {
  const { table } = LINKS[kind];
  const rows = await database().$queryRaw<{ number: number }[]>`
    SELECT sitemap.number
    FROM generate_series(1, (SELECT (max(id) - 1) / ${namesPerSitemap}::int + 1 FROM ${table}))
      AS sitemap(number)
    CROSS JOIN LATERAL (
      SELECT name.id FROM ${table} name ${hasStory(kind, now)}
      WHERE name.id > (sitemap.number - 1) * ${namesPerSitemap}::int
        AND name.id <= sitemap.number * ${namesPerSitemap}::int
      LIMIT 1
    ) first
    ORDER BY sitemap.number`;
  return rows.map(({ number }) => number);
}

/** The slugs of a sitemap's tags or authors, those with stories; in the order of their coming. */
export async function listSitemapNames(
  kind: NameKind,
  sitemap: number,
  now: Date,
): Promise<readonly string[]> {
  const { table } = LINKS[kind];
  const last = sitemap * namesPerSitemap;
  const rows = await database().$queryRaw<{ slug: string }[]>`
    SELECT name.slug FROM ${table} name ${hasStory(kind, now)}
    WHERE name.id > ${last - namesPerSitemap} AND name.id <= ${last}
    ORDER BY name.id`;
  return rows.map(({ slug }) => slug);
}

/**
 * A join that leaves names with a visible story, of their own or of a child that they include. One
 * story is looked for, by index, for each name.
 */
export function hasStory(kind: NameKind, now: Date): Prisma.Sql {
  const { link, id } = LINKS[kind];
  const of = (name: Prisma.Sql) => Prisma.sql`(
    SELECT FROM ${link} link JOIN article ON article.id = link.article_id
    WHERE link.${id} = ${name} AND ${visibleSql(now)}
    LIMIT 1)`;
  if (kind === 'author') return Prisma.sql`CROSS JOIN LATERAL ${of(Prisma.sql`name.id`)} story`;
  return Prisma.sql`CROSS JOIN LATERAL (
    ${of(Prisma.sql`name.id`)}
    UNION ALL
    (SELECT FROM tag child CROSS JOIN LATERAL ${of(Prisma.sql`child.id`)} story
     WHERE child.parent_id = name.id AND name.includes_children LIMIT 1)
    LIMIT 1
  ) story`;
}

/** When the first page of a list of stories last changed, in SQL. */
function changeOfList(where: Prisma.Sql, order: 'visible_from' | 'first_published_at', now: Date) {
  const column = Prisma.raw(`article.${order}`);
  return Prisma.sql`(SELECT max(newest.changed) FROM (
    SELECT ${changed} AS changed FROM article
    WHERE ${where} AND ${visibleSql(now)}
    ORDER BY ${column} DESC, article.id DESC LIMIT ${publication.pageSize}
  ) newest)`;
}

/** Sections, standing pages, the archive and the corrections, and when each last changed. */
export async function listChangedLists(now: Date): Promise<readonly ChangedListRecord[]> {
  return database().$queryRaw<ChangedListRecord[]>`
    (SELECT 'section' AS kind, section.slug,
       ${changeOfList(Prisma.sql`article.section_id = section.id`, 'visible_from', now)} AS changed
     FROM section ORDER BY section.position, section.slug LIMIT 200)
    UNION ALL
    (SELECT 'archive', '', ${changeOfList(Prisma.sql`true`, 'first_published_at', now)})
    UNION ALL
    (SELECT 'corrections', '', (
       SELECT correction.at FROM correction JOIN article ON article.id = correction.article_id
       WHERE ${visibleSql(now)}
       ORDER BY correction.at DESC LIMIT 1))
    UNION ALL
    (SELECT 'page', slug, content_updated_at FROM standing_page ORDER BY slug LIMIT 200)`;
}

/** Years with visible stories, oldest first. One read of an index for each. */
export async function listArchivedYears(now: Date): Promise<readonly number[]> {
  const rows = await database().$queryRaw<{ year: number }[]>`
    WITH RECURSIVE ${periodsOf('year', Prisma.sql`true`, now)}
    SELECT EXTRACT(year FROM start AT TIME ZONE 'UTC')::int AS year FROM year ORDER BY year`;
  return rows.map(({ year }) => year);
}

/** The year, its months and its days with visible stories, and when the list of each last changed. */
export async function listChangedPeriods(
  year: number,
  now: Date,
): Promise<readonly ChangedPeriodRecord[]> {
  const [from, to] = [new Date(Date.UTC(year, 0)), new Date(Date.UTC(year + 1, 0))];
  const within = Prisma.sql`article.first_published_at >= ${from} AND article.first_published_at < ${to}`;
  const ofPeriod = Prisma.sql`article.first_published_at >= period.start
    AND article.first_published_at < ${after(Prisma.raw('period.start'), Prisma.sql`period.length`)}`;
  return database().$queryRaw<ChangedPeriodRecord[]>`
    WITH RECURSIVE ${periodsOf('day', within, now)},
    period AS (
      SELECT DISTINCT unit, date_trunc(unit, day.start, 'UTC') AS start, length
      FROM day CROSS JOIN (VALUES ('year', interval '1 year'), ('month', interval '1 month'),
        ('day', interval '1 day')) AS kind(unit, length)
    )
    SELECT unit, start, ${changeOfList(ofPeriod, 'first_published_at', now)} AS changed
    FROM period
    ORDER BY start, length DESC`;
}

/** A table of the periods with visible stories: jumps from each to the first story after it. */
function periodsOf(unit: 'year' | 'day', within: Prisma.Sql, now: Date): Prisma.Sql {
  const table = Prisma.raw(`"${unit}"`);
  const start = Prisma.sql`date_trunc(${Prisma.raw(`'${unit}'`)}, article.first_published_at, 'UTC') AS start`;
  const first = Prisma.sql`ORDER BY article.first_published_at, article.id LIMIT 1`;
  const end = after(Prisma.raw(`"${unit}".start`), Prisma.raw(`interval '1 ${unit}'`));
  return Prisma.sql`${table} AS (
    (SELECT ${start} FROM article WHERE ${within} AND ${visibleSql(now)} ${first})
    UNION ALL
    SELECT next.start FROM ${table} CROSS JOIN LATERAL (
      SELECT ${start} FROM article
      WHERE article.first_published_at >= ${end} AND ${within} AND ${visibleSql(now)} ${first}
    ) next
  )`;
}

/** An instant and an interval later, in UTC whatever zone the session is in. */
function after(start: Prisma.Sql, length: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`((${start} AT TIME ZONE 'UTC' + ${length}) AT TIME ZONE 'UTC')`;
}

/** Stories first published after `since`, newest first: a page (from 1) of `size`, and how many in all. */
export async function listNews(
  since: Date,
  now: Date,
  page: number,
  size: number,
): Promise<Readonly<{ stories: readonly NewsRecord[]; total: number }>> {
  const where = Prisma.sql`article.first_published_at > ${since} AND ${visibleSql(now)}`;
  const [stories, [counted]] = await Promise.all([
    database().$queryRaw<NewsRecord[]>`
      SELECT article.slug, section.slug AS "sectionSlug", article.headline, article.language,
        article.first_published_at AS "firstPublishedAt", ${changed} AS changed
      FROM article JOIN section ON section.id = article.section_id
      WHERE ${where}
      ORDER BY article.first_published_at DESC, article.id DESC
      LIMIT ${size} OFFSET ${(page - 1) * size}`,
    database().$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM article WHERE ${where}`,
  ]);
  return { stories, total: counted?.total ?? 0 };
}
