type Instant = Readonly<{ date: Date }> | Readonly<{ message: string; remedy: string }>;

/** With seconds and a zone. */
export const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

const EXAMPLE = '2025-12-22T14:05:00Z or 2025-12-22T09:05:00-05:00';

/** Reads an ISO 8601 instant with seconds and a zone; anything less exact is not guessed at. */
export function parseInstant(text: string): Instant {
  const match = INSTANT.exec(text);
  if (match === null) return { message: explain(text), remedy: `write it like ${EXAMPLE}` };
  const [, year, month, day, hour, minute, second] = match;
  if (!isCalendarDate(Number(year), Number(month), Number(day))) {
    return { message: `the calendar has no ${year}-${month}-${day}`, remedy: 'check the date' };
  }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return {
      message: `no clock shows ${hour}:${minute}:${second}`,
      remedy: 'hours run from 00 to 23, minutes and seconds from 00 to 59',
    };
  }
  return { date: new Date(text) };
}

function explain(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return `“${text}” has no time of day`;
  if (/^\d{4}-\d\d-\d\d[ Tt]\d\d:\d\d(Z|[+-]\d\d:?\d\d)?$/.test(text)) {
    return `“${text}” has no seconds`;
  }
  if (/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?$/.test(text)) {
    return `“${text}” has no time zone`;
  }
  return `“${text}” is not a date and time`;
}

/** Whether the (Gregorian) calendar has the day. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
