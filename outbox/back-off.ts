/** Seconds. Twelve attempts take some fourteen hours: a night in which a host is down. */
const FIRST = 30;
const LONGEST = 6 * 3_600;
/** No host may silence us for longer. */
const LONGEST_ASKED = 24 * 3_600;

/** After so many a line is given up; a later publication of the same begins anew. */
export const MOST_ATTEMPTS = 12;

/**
 * Seconds until the next attempt: doubled after each, and up to a half less by chance, so that many
 * who were refused together do not come back together; but not before the host allows it.
 * @param attempts that failed before this one
 * @param chance from 0 up to 1
 * @param asked by the host; null: nothing
 */
export function secondsUntilRetry(attempts: number, chance: number, asked: number | null): number {
  const longest = Math.min(LONGEST, FIRST * 2 ** Math.min(attempts, 20));
  const own = longest * (1 - chance / 2);
  return Math.max(own, Math.min(asked ?? 0, LONGEST_ASKED));
}

/** Seconds in a Retry-After, which is a number or a date (RFC 9110, 10.2.3); null: not to be read. */
export function parseRetryAfter(value: string | null, now: Date): number | null {
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, (at - now.getTime()) / 1_000);
}
