import { publication } from '@/lib/site/publication';
import {
  listArchiveDays,
  listArchiveMonths,
  listArchiveTrails,
  listArchiveYears,
} from '@/lib/store/archive-queries';
import type { PeriodRecord } from '@/lib/store/records';
import { formatDay, formatMonth } from '@/lib/text/dates';
import { pageKeys } from '@/lib/text/page-keys';
import { dayPeriod, monthPeriod, type Period, parsePeriod, yearPeriod } from './archive-dates';
import { buildListPage } from './list-page';
import type { Link, ListPage } from './model';

type Navigation = ListPage['navigation'];

/** Every story, newest first, and the years they are from. */
export async function loadArchiveIndexPage(
  page: number | null,
  now: Date,
): Promise<ListPage | null> {
  if (page === null) return null;
  const [years, list] = await Promise.all([
    listArchiveYears(now),
    listArchiveTrails(null, now, page),
  ]);
  return buildListPage({
    kind: 'archive',
    keys: [pageKeys.archive],
    label: 'Archive',
    title: 'All stories',
    description: null,
    headDescription: `Every story of ${publication.name}, newest first.`,
    path: '/archive',
    page,
    list,
    navigation: [{ title: 'Years', links: years.map(yearLink) }],
  });
}

/** The stories of a year, month or day; null where there is none. */
export async function loadArchivePage(
  parts: readonly string[],
  page: number | null,
  now: Date,
): Promise<ListPage | null> {
  const period = parsePeriod(parts);
  if (period === null || page === null) return null;
  const list = await listArchiveTrails(period, now, page);
  if (list.total === 0) return null;
  return buildListPage({
    kind: 'archive',
    keys: [pageKeys.archive],
    label: 'Archive',
    title: period.title,
    headTitle: `Stories of ${period.title}`,
    description: null,
    headDescription: `Stories that ${publication.name} published in ${period.title}.`,
    path: period.path,
    page,
    list,
    breadcrumbs: parentsOf(period),
    navigation: await loadNavigation(period, now),
  });
}

async function loadNavigation(period: Period, now: Date): Promise<Navigation> {
  const year = period.from.getUTCFullYear();
  if (period.unit === 'year') {
    const months = await listArchiveMonths(year, now);
    return [{ title: 'Months', links: months.map(monthLink) }];
  }
  const days = await listArchiveDays(year, period.from.getUTCMonth() + 1, now);
  return [
    { title: `Days of ${formatMonth(period.from.getUTCMonth() + 1)}`, links: days.map(dayLink) },
  ];
}

function parentsOf({ unit, from }: Period): readonly Link[] {
  const archive = { href: '/archive', text: 'Archive' };
  const year = yearPeriod(from.getUTCFullYear());
  if (unit === 'year') return [archive];
  const month = monthPeriod(from.getUTCFullYear(), from.getUTCMonth() + 1);
  const parents = unit === 'day' && month !== null ? [year, month] : [year];
  return [archive, ...parents.map(({ path, title }) => ({ href: path, text: title }))];
}

function yearLink({ start, count }: PeriodRecord): Link & { count: number } {
  const { path, title } = yearPeriod(start.getUTCFullYear());
  return { href: path, text: title, count };
}

function monthLink({ start, count }: PeriodRecord): Link & { count: number } {
  const month = start.getUTCMonth() + 1;
  const href = monthPeriod(start.getUTCFullYear(), month)?.path ?? '/archive';
  return { href, text: `${formatMonth(month)} ${start.getUTCFullYear()}`, count };
}

function dayLink({ start, count }: PeriodRecord): Link & { count: number } {
  const period = dayPeriod(start.getUTCFullYear(), start.getUTCMonth() + 1, start.getUTCDate());
  return { href: period?.path ?? '/archive', text: formatDay(start), count };
}
