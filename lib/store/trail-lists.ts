import { database } from './client';
import { Prisma } from './generated/client';
import type { TrailList } from './records';
import { pageWindow, type TrailRow, toTrail, trailColumns, trailJoins } from './trails';
import { visibleSql } from './visibility';

/** A span of time, `[from, to)`. */
export type Span = Readonly<{ from: Date; to: Date }>;

/** Where a list is read from: the rows of one index, that holds all that is named here. */
export type ListSource = Readonly<{
  table: Prisma.Sql;
  /** Of the table; it has the columns `visible_from` and `withdrawn_at` of the story. */
  alias: string;
  /** The story's id. */
  id: Prisma.Sql;
  /** The instant by which the list goes. */
  at: Prisma.Sql;
  /** Whether a row is in the list, its visibility apart. */
  within: Prisma.Sql;
}>;

/** A list whose stories are counted by month, in the table `list_month`, and so may be of any length. */
export type LongList = ListSource &
  Readonly<{
    list: 'section' | 'tag' | 'tree' | 'author' | 'archive' | 'correction';
    listId: Prisma.Sql;
    /** The months that are meant, from the first instant of one to that of another; null: all. */
    months: Span | null;
  }>;

/**
 * Rows (month, stories): how many stories (or corrections) of a list can be seen, by the month (UTC) of their `at`. What the table
 * does not know are the few that cannot be seen yet, and those that will be withdrawn; all others it has.
 */
export function monthsOf(list: LongList, now: Date): Prisma.Sql {
  const { at, months } = list;
  const meant = months
    ? Prisma.sql`AND month >= ${months.from}::date AND month < ${months.to}::date`
    : Prisma.empty;
  return Prisma.sql`
    SELECT month, sum(stories)::int AS stories
    FROM (
      SELECT month, stories FROM list_month
      WHERE list = ${list.list} AND list_id = ${list.listId} ${meant}
      UNION ALL
      SELECT month_of(${at}), -1 ${fromComing(list, now)}
      UNION ALL
      SELECT month_of(${at}), 1 ${fromLeaving(list, now)}
    ) counted
    GROUP BY month
    HAVING sum(stories) > 0`;
}

/** How many stories of a list can be seen, whatever months are meant. */
export function totalOf(list: LongList, now: Date): Prisma.Sql {
  return Prisma.sql`(
    COALESCE((
      SELECT stories FROM list_total WHERE list = ${list.list} AND list_id = ${list.listId}
    ), 0)
    - (SELECT count(*) ${fromComing(list, now)})
    + (SELECT count(*) ${fromLeaving(list, now)})
  )::int`;
}

/** FROM: stories that are counted in the tables, and not to be seen yet. */
export function fromComing({ table, alias, within }: LongList, now: Date): Prisma.Sql {
  const story = Prisma.raw(`"${alias}"`);
  return Prisma.sql`
    FROM ${table}
    WHERE ${within} AND ${story}.visible_from > ${now} AND ${story}.withdrawn_at IS NULL`;
}

/** FROM: stories that are to be seen, and not counted in the tables any more. */
export function fromLeaving({ table, alias, id, within }: LongList, now: Date): Prisma.Sql {
  return Prisma.sql`
    FROM ${table}
    WHERE ${within} AND ${visibleSql(now, alias)}
      AND ${id} IN (SELECT leaving.id FROM article leaving WHERE leaving.withdrawn_at > ${now})`;
}

/** Where a page of a list begins. */
type PageStart = Readonly<{
  /** Of the list. */
  total: number;
  /** The page is before this instant; null past the end of the list. */
  end: Date | null;
  /** Rows between that instant and the page. */
  skip: number;
}>;

/** The sums of its months say in which one a page (from 1) begins. */
export async function findPage(list: LongList, now: Date, page: number): Promise<PageStart> {
  const { skip } = pageWindow(page);
  const [start] = await database().$queryRaw<PageStart[]>`
    WITH months AS (
      SELECT month, stories, (sum(stories) OVER (ORDER BY month DESC))::int AS through
      FROM (${monthsOf(list, now)}) months
    )
    SELECT COALESCE((SELECT sum(stories)::int FROM months), 0) AS total,
      (first.month + interval '1 month') AT TIME ZONE 'UTC' AS end,
      ${skip} - (first.through - first.stories) AS skip
    FROM (SELECT) one
    LEFT JOIN (
      SELECT * FROM months WHERE through > ${skip} ORDER BY month DESC LIMIT 1
    ) first ON true`;
  return start ?? { total: 0, end: null, skip: 0 };
}

/**
 * One page (from 1) of a list, newest first, and how many stories it has in all. The way to it goes through the
 * index of one month.
 */
export async function listLongTrails(list: LongList, now: Date, page: number): Promise<TrailList> {
  const { total, end, skip } = await findPage(list, now, page);
  if (end === null) return { trails: [], total };
  const from = { ...list, within: Prisma.sql`${list.within} AND ${list.at} < ${end}` };
  const { take } = pageWindow(page);
  return { trails: await listRows(from, now, { order: 'DESC', skip, take }), total };
}

/** The same of a list that is short enough to be counted at each reading, from the nearer end. */
export async function listShortTrails(
  source: ListSource,
  now: Date,
  page: number,
): Promise<TrailList> {
  const [counted] = await database().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM ${source.table}
    WHERE ${source.within} AND ${visibleSql(now, source.alias)}`;
  const total = counted?.total ?? 0;
  const { skip, take: most } = pageWindow(page);
  const take = Math.max(0, Math.min(most, total - skip));
  if (take === 0) return { trails: [], total };
  const rows =
    skip > total / 2
      ? ({ order: 'ASC', skip: total - skip - take, take } as const)
      : ({ order: 'DESC', skip, take } as const);
  return { trails: await listRows(source, now, rows), total };
}

type Rows = Readonly<{ order: 'ASC' | 'DESC'; skip: number; take: number }>;

/** Trails newest first; only of them more is read than the index holds. @param rows counted in that order */
async function listRows(
  { table, alias, id, at, within }: ListSource,
  now: Date,
  { order, skip, take }: Rows,
): Promise<TrailList['trails']> {
  const way = Prisma.raw(order);
  const rows = await database().$queryRaw<TrailRow[]>`
    WITH page AS MATERIALIZED (
      SELECT ${id} AS id, ${at} AS at FROM ${table}
      WHERE ${within} AND ${visibleSql(now, alias)}
      ORDER BY ${at} ${way}, ${id} ${way}
      LIMIT ${take} OFFSET ${skip}
    )
    SELECT ${trailColumns}
    FROM page JOIN article ON article.id = page.id ${trailJoins}
    ORDER BY page.at DESC, page.id DESC`;
  return rows.map(toTrail);
}
