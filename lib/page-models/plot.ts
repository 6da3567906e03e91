import type { PeriodRecord } from '@/lib/store/records';
import { formatCount, formatNumber } from '@/lib/text/counts';
import { formatMonth } from '@/lib/text/dates';
import type { Plot } from './model';

/** So many at most: two years, so that what comes back every year is seen to. */
export const PLOTTED_MONTHS = 24;

/** Bars for fewer months with stories say less than the number of stories does. */
const LEAST_MONTHS = 3;

/**
 * From the first of the months to the last, that of the newest story: it changes with the stories alone, never
 * because a month has begun. Months that are missing between them had none.
 * @param months with stories, oldest first
 */
export function buildPlot(months: readonly PeriodRecord[]): Plot | null {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || months.length < LEAST_MONTHS) return null;
  const begin = monthNumber(first.start);
  const counts = Array.from({ length: monthNumber(last.start) - begin + 1 }, () => 0);
  for (const { start, count } of months) counts[monthNumber(start) - begin] = count;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const most = months.reduce((best, month) => (month.count >= best.count ? month : best));
  return {
    counts,
    caption: `Stories per month, ${monthTitle(first.start)} to ${monthTitle(last.start)}`,
    gist: `${formatCount(total, 'story', 'stories')} in ${counts.length} months, most in ${monthTitle(most.start)}: ${formatNumber(most.count)}`,
  };
}

/** Months since the year 0. */
function monthNumber(start: Date): number {
  return start.getUTCFullYear() * 12 + start.getUTCMonth();
}

/** "March 2025". */
function monthTitle(start: Date): string {
  return `${formatMonth(start.getUTCMonth() + 1)} ${start.getUTCFullYear()}`;
}
