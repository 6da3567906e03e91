import type { IncomingHttpHeaders } from 'node:http';

/** HTTP's dates, of which only the first may still be written (RFC 9110, 5.6.7). */
const HTTP_DATE = /^[A-Z][a-z]{2,8},? .+/;

/**
 * Whether the reader has this very answer already (RFC 9110, 13.2.2): by If-None-Match, compared
 * weakly; only without that header by If-Modified-Since.
 */
export function isUnchanged(
  headers: IncomingHttpHeaders,
  etag: string,
  lastModified: Date | null,
): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags === etag || names(tags, etag);
  const since = headers['if-modified-since'];
  if (since === undefined || lastModified === null) return false;
  return lastModified.getTime() <= parseHttpDate(since);
}

/** Our tags hold no comma, so no tag of ours is split; a proxy that recodes a body marks it `W/`. */
function names(tags: string, etag: string): boolean {
  if (tags.trim() === '*') return true;
  return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** Milliseconds since 1970; NaN for what is no date, with which nothing compares. */
function parseHttpDate(value: string): number {
  if (!HTTP_DATE.test(value)) return Number.NaN;
  return Date.parse(value.endsWith('GMT') ? value : `${value} GMT`);
}
