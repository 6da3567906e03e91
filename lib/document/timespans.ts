import type { BlockOf, PartialDate } from './blocks';
import { isCalendarDate } from './instants';

type Timespan = NonNullable<BlockOf<'timeline'>['entries'][number]['when']>;

const REMEDY = 'write 2022, 2022-02, 2022-02-24, a range 2022-02/2022-04, or 2022-02-24/..';

/** Reads `A`, `A/B` or `A/..`, where each end is a year, a month or a day. */
export function parseTimespan(
  text: string,
): Timespan | Readonly<{ message: string; remedy: string }> {
  const [from = '', to, ...more] = text.trim().split('/');
  const wrong = [from, ...(to === undefined || to === '..' ? [] : [to])].find(
    (part) => !isPartialDate(part),
  );
  if (wrong !== undefined || more.length > 0) {
    return { message: `“${text}” is not a date that a timeline can hold`, remedy: REMEDY };
  }
  if (to === undefined) return { from, to: null };
  if (to === '..') return { from, to: 'ongoing' };
  if (!isOrdered(from, to)) {
    return { message: `the range “${text}” ends before it begins`, remedy: 'check both dates' };
  }
  return { from, to };
}

/** Whether the first date may come before, or be, the second, as far as both are known. */
export function isOrdered(first: PartialDate, second: PartialDate): boolean {
  const length = Math.min(first.length, second.length);
  return first.slice(0, length) <= second.slice(0, length);
}

function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (match === null) return false;
  const [, year, month = '01', day = '01'] = match;
  return isCalendarDate(Number(year), Number(month), Number(day));
}
