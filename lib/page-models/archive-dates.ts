import { formatDay, formatMonth } from '@/lib/text/dates';

/** A year, a month or a day in UTC: `[from, to)`, with its words and its address. */
export type Period = Readonly<{
  unit: 'year' | 'month' | 'day';
  from: Date;
  to: Date;
  title: string;
  path: string;
}>;

/** The archive's address parts (`2025`, `12`, `22`), each written in full; null when no such date. */
export function parsePeriod(parts: readonly string[]): Period | null {
  const [year, month, day, ...rest] = parts;
  if (year === undefined || rest.length > 0 || !/^\d{4}$/.test(year)) return null;
  if ([month, day].some((part) => part !== undefined && !/^\d{2}$/.test(part))) return null;
  if (month === undefined) return yearPeriod(Number(year));
  if (day === undefined) return monthPeriod(Number(year), Number(month));
  return dayPeriod(Number(year), Number(month), Number(day));
}

export function yearPeriod(year: number): Period {
  const from = utc(year, 1, 1);
  return { unit: 'year', from, to: utc(year + 1, 1, 1), title: `${year}`, path: pathOf(from, 4) };
}

export function monthPeriod(year: number, month: number): Period | null {
  const from = utc(year, month, 1);
  if (from.getUTCMonth() !== month - 1) return null;
  const title = `${formatMonth(month)} ${year}`;
  return { unit: 'month', from, to: utc(year, month + 1, 1), title, path: pathOf(from, 7) };
}

export function dayPeriod(year: number, month: number, day: number): Period | null {
  const from = utc(year, month, day);
  if (from.getUTCMonth() !== month - 1 || from.getUTCDate() !== day) return null;
  const to = utc(year, month, day + 1);
  return { unit: 'day', from, to, title: formatDay(from), path: pathOf(from, 10) };
}

function utc(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

/** `/archive/2025/12/22`, or the part of it that `length` characters of the ISO date say. */
function pathOf(date: Date, length: 4 | 7 | 10): string {
  return `/archive/${date.toISOString().slice(0, length).replaceAll('-', '/')}`;
}
