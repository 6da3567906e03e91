import { publication } from '@/lib/site/publication';

/** Wording of instants, in the publication's locale and time zone. */

const options = {
  timeZone: publication.timeZone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
} as const;

const dayFormat = new Intl.DateTimeFormat(publication.locale, options);
const instantFormat = new Intl.DateTimeFormat(publication.locale, {
  ...options,
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});
const monthFormat = new Intl.DateTimeFormat(publication.locale, {
  timeZone: 'UTC',
  month: 'long',
});

/** "22 December 2025". */
export function formatDay(instant: Date): string {
  return dayFormat.format(instant);
}

/** "22 December 2025 at 15:30 UTC". */
export function formatInstant(instant: Date): string {
  return instantFormat.format(instant);
}

/** The name of month 1 to 12: "December". */
export function formatMonth(month: number): string {
  return monthFormat.format(new Date(Date.UTC(2000, month - 1, 1)));
}
