import { database } from './client';
import { Prisma } from './generated/client';
import type { PeriodRecord, TrailList } from './records';
import {
  fromComing,
  fromLeaving,
  type LongList,
  listLongTrails,
  listShortTrails,
  monthsOf,
  type Span,
} from './trail-lists';

/**
 * A page (from 1) of the stories, by the date that they show, first published in `span`, or of all when it is null.
 * @param span a day, a month or a year, UTC
 */
export async function listArchiveTrails(
  span: Span | null,
  now: Date,
  page: number,
): Promise<TrailList> {
  const list = archiveList(span);
  const isLong = [span?.from, span?.to].every((end) => end === undefined || beginsMonth(end));
  return isLong ? listLongTrails(list, now, page) : listShortTrails(list, now, page);
}

function beginsMonth(instant: Date): boolean {
  return instant.getTime() === utc(instant.getUTCFullYear(), instant.getUTCMonth() + 1).getTime();
}

/** The stories by the date that they show. @param months from the first instant of one to that of another; null: all */
export function archiveList(months: Span | null): LongList {
  const at = Prisma.sql`article.first_published_at`;
  return {
    ...{ list: 'archive', listId: Prisma.sql`0`, months },
    ...{ table: Prisma.sql`article`, alias: 'article' },
    ...{ id: Prisma.sql`article.id`, at },
    within: months
      ? Prisma.sql`${at} >= ${months.from} AND ${at} < ${months.to}`
      : Prisma.sql`true`,
  };
}

/** Years with stories, newest first. */
export async function listArchiveYears(now: Date): Promise<readonly PeriodRecord[]> {
  return listMonths('year', null, now);
}

/** Months with stories of a year, newest first. */
export async function listArchiveMonths(year: number, now: Date): Promise<readonly PeriodRecord[]> {
  return listMonths('month', { from: utc(year, 1), to: utc(year + 1, 1) }, now);
}

async function listMonths(
  unit: 'year' | 'month',
  span: Span | null,
  now: Date,
): Promise<PeriodRecord[]> {
  return database().$queryRaw<PeriodRecord[]>`
    SELECT date_trunc(${unit}::text, month) AT TIME ZONE 'UTC' AS start, sum(stories)::int AS count
    FROM (${monthsOf(archiveList(span), now)}) months
    GROUP BY 1
    ORDER BY 1 DESC
    LIMIT 1000`;
}

/** Days with stories of a month, newest first. @param month from 1 */
export async function listArchiveDays(
  year: number,
  month: number,
  now: Date,
): Promise<readonly PeriodRecord[]> {
  const first = utc(year, month);
  const list = archiveList({ from: first, to: utc(year, month + 1) });
  return database().$queryRaw<PeriodRecord[]>`
    SELECT (${first}::date + day - 1)::timestamp AT TIME ZONE 'UTC' AS start, sum(stories)::int AS count
    FROM (
      SELECT list_id AS day, stories FROM list_month
      WHERE list = 'day' AND list_id BETWEEN 1 AND 31 AND month = ${first}::date
      UNION ALL
      SELECT day_of(first_published_at), -1 ${fromComing(list, now)}
      UNION ALL
      SELECT day_of(first_published_at), 1 ${fromLeaving(list, now)}
    ) counted
    GROUP BY day
    HAVING sum(stories) > 0
    ORDER BY day DESC
    LIMIT 31`;
}

/** The first instant of a month. @param month from 1; 13 is the next January */
function utc(year: number, month: number): Date {
  return new Date(Date.UTC(year, month - 1, 1));
}
