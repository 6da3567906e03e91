import { database } from './client';
import { Prisma } from './generated/client';
import type { PeriodRecord, TrailList } from './records';
import { listTrails } from './trails';
import { visibleSql } from './visibility';

/** A span of time, `[from, to)`. */
export type Span = Readonly<{ from: Date; to: Date }>;

/** A page (from 1) of the stories, by the date that they show, first published in `span`, or of all when it is null. */
export async function listArchiveTrails(
  span: Span | null,
  now: Date,
  page: number,
): Promise<TrailList> {
  const at = Prisma.sql`article.first_published_at`;
  const within = span ? Prisma.sql`${at} >= ${span.from} AND ${at} < ${span.to}` : Prisma.sql`true`;
  return listTrails(
    {
      table: Prisma.sql`article`,
      id: Prisma.sql`article.id`,
      at,
      where: Prisma.sql`${within} AND ${visibleSql(now)}`,
    },
    page,
  );
}

/** Years with stories, newest first. */
export async function listArchiveYears(now: Date): Promise<readonly PeriodRecord[]> {
  return listPeriods('year', null, now);
}

/** Months with stories of a year, newest first. */
export async function listArchiveMonths(year: number, now: Date): Promise<readonly PeriodRecord[]> {
  return listPeriods('month', { from: utc(year, 1), to: utc(year + 1, 1) }, now);
}

/** Days with stories of a month, newest first. @param month from 1 */
export async function listArchiveDays(
  year: number,
  month: number,
  now: Date,
): Promise<readonly PeriodRecord[]> {
  return listPeriods('day', { from: utc(year, month), to: utc(year, month + 1) }, now);
}

async function listPeriods(
  unit: 'year' | 'month' | 'day',
  span: Span | null,
  now: Date,
): Promise<PeriodRecord[]> {
  const within = span
    ? Prisma.sql`first_published_at >= ${span.from} AND first_published_at < ${span.to}`
    : Prisma.sql`true`;
  return database().$queryRaw<PeriodRecord[]>`
    SELECT date_trunc(${unit}::text, first_published_at, 'UTC') AS start, count(*)::int AS count
    FROM article
    WHERE ${within} AND ${visibleSql(now)}
    GROUP BY 1
    ORDER BY 1 DESC
    LIMIT 1000`;
}

/** The first instant of a month. @param month from 1; 13 is the next January */
function utc(year: number, month: number): Date {
  return new Date(Date.UTC(year, month - 1, 1));
}
