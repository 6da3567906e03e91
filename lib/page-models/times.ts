import { formatDay, formatInstant } from '@/lib/text/dates';
import type { TimeText } from './model';

/** An instant with its hour and zone. */
export function buildInstant(instant: Date): TimeText {
  return { iso: instant.toISOString(), text: formatInstant(instant) };
}

/** An instant worded as its day. */
export function buildDay(instant: Date): TimeText {
  return { iso: instant.toISOString(), text: formatDay(instant) };
}
