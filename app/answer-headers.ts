/** Headers by which delivery keeps an answer, and by which readers ask again: for pages and for all else. */

/** What the answer shows: see lib/text/page-keys.ts. */
export function keysHeader(keys: readonly string[]): Record<string, string> {
  return { 'X-Prism-Keys': keys.join(' ') };
}

/** Never later than the answer itself (RFC 9110, 8.8.2.1); editors may date a change ahead. */
export function modifiedHeader(modified: Date | null, now: Date): Record<string, string> {
  if (modified === null) return {};
  return { 'Last-Modified': (modified < now ? modified : now).toUTCString() };
}
