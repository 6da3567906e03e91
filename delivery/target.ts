import { parseSearchAddress, SEARCH_PARAMETERS, searchHref } from '@/lib/text/search-address';

/**
 * From the request line to the key of a page. What readers may vary is small: the path, `page` on
 * lists, what is asked of the search (see lib/text/search-address.ts); all else in the query changes nothing
 * and makes no second copy.
 */

export type Target =
  /** `key` is the one spelling of the address: what the page is kept by and asked for with. */
  | Readonly<{ kind: 'page'; key: string }>
  /** 308, one hop: the location parses to a page. */
  | Readonly<{ kind: 'redirect'; location: string }>
  | Readonly<{ kind: 'refuse'; status: Refusal; headers?: Readonly<Record<string, string>> }>;

export type Refusal = 400 | 405 | 414;

/** Longest address in bytes; ours stay below 300. */
export const LONGEST_TARGET = 2048;

/** How nearly every request is spelled: these need no further look. */
const PLAIN = /^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/;

/** RFC 9112, 3.2: printable ASCII, and no fragment. */
const REQUEST_TARGET = /^[!-~]+$/;

/** First segments of addresses that are file names or tokens, where case carries meaning. */
const CASED = ['_next/static/', 'fonts/', 'media/', '.well-known/'];

/**
 * Reads a request's method and target. Never throws, whatever the strings.
 * @param keyFile a path in which case carries meaning as well
 */
export function parseTarget(method: string, rawUrl: string, keyFile: string | null = null): Target {
  if (method !== 'GET' && method !== 'HEAD') {
    return { kind: 'refuse', status: 405, headers: { allow: 'GET, HEAD' } };
  }
  if (rawUrl.length > LONGEST_TARGET) return { kind: 'refuse', status: 414 };
  if (PLAIN.test(rawUrl)) return { kind: 'page', key: rawUrl };

  const target = originForm(rawUrl);
  const [path, query] = splitAt(target ?? '', '?');
  const segments = target === null ? null : parsePath(path);
  const parameters = segments && parseParameters(segments, query);
  if (!segments || !parameters) return { kind: 'refuse', status: 400 };

  const spelling = spellPath(segments, keyFile);
  const key = spelling + spellQuery(parameters);
  if (key.length > LONGEST_TARGET) return { kind: 'refuse', status: 414 };
  if (spelling !== path || parameters.firstPage) return { kind: 'redirect', location: key };
  return { kind: 'page', key };
}

/**
 * The path and query of a target, or null where it is malformed. A server must accept the absolute
 * form (RFC 9112, 3.2.2); its host, like the Host header, has no say in what is answered.
 */
function originForm(rawUrl: string): string | null {
  if (!REQUEST_TARGET.test(rawUrl) || rawUrl.includes('#')) return null;
  if (rawUrl.startsWith('/')) return rawUrl;
  const origin = /^https?:\/\/[^/?]+/i.exec(rawUrl)?.[0];
  if (origin === undefined) return null;
  const rest = rawUrl.slice(origin.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/**
 * The segments of a path, decoded once, without empty ones and dots (RFC 3986, 5.2.4, after
 * decoding: `%2e` is a dot to every server behind us). Null where one is malformed or hides a slash.
 */
function parsePath(path: string): readonly string[] | null {
  const segments: string[] = [];
  for (const raw of path.split('/')) {
    const segment = decode(raw);
    if (segment === null || /[/\\\p{Cc}]/u.test(segment)) return null;
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments;
}

function spellPath(segments: readonly string[], keyFile: string | null): string {
  const path = `/${segments.map(encodeSegment).join('/')}`;
  if (path === keyFile || CASED.some((prefix) => path.startsWith(prefix, 1))) return path;
  return `/${segments.map((segment) => encodeSegment(segment.toLowerCase())).join('/')}`;
}

/** Leaves what a segment may hold as it is (`pchar`, RFC 3986, 3.3). */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/%(?:24|26|2B|2C|3A|3B|3D|40)/g, decodeURIComponent);
}

type Parameters = Readonly<{
  /** As the pages themselves write it, with what comes before it: `?q=black%20sea`. */
  question: string;
  page: string | null;
  firstPage: boolean;
}>;

/** The parameters that count at this address; null where one of them is malformed. */
function parseParameters(segments: readonly string[], query: string): Parameters | null {
  const wanted = wantedAt(segments);
  const found = new Map<string, string>();
  for (const part of wanted.length > 0 && query !== '' ? query.split('&') : []) {
    const [rawName, rawValue] = splitAt(part, '=');
    const name = decodeForm(rawName);
    if (name === null || !wanted.includes(name) || found.has(name)) continue;
    const value = decodeForm(rawValue);
    if (value === null) return null;
    found.set(name, value);
  }
  const asked = parseSearchAddress((name) => found.get(name));
  if (/\p{Cc}/u.test(asked.q)) return null;
  const page = found.get('page');
  return {
    question: searchHref(asked).slice('/search'.length),
    page: page === undefined || page === '1' ? null : pageNumber(page),
    firstPage: page === '1',
  };
}

/** Lists: sections and their peers on the first level, tags, authors, the archive's days. */
function wantedAt(segments: readonly string[]): readonly string[] {
  const room = segments[0]?.toLowerCase();
  if (room === undefined || segments.some((segment) => segment.includes('.'))) return [];
  if (room === 'search' && segments.length === 1) return [...SEARCH_PARAMETERS, 'page'];
  const depth = room === 'archive' ? 4 : room === 'tag' || room === 'author' ? 2 : 1;
  return segments.length <= depth ? ['page'] : [];
}

/** Every wrong number is the same wrong page: the renderer answers 404 to it, once for a list. */
function pageNumber(value: string): string {
  return /^[1-9]\d{0,6}$/.test(value) ? value : '0';
}

/** As the pages themselves write their links: the question first, page after it. */
function spellQuery({ question, page }: Parameters): string {
  if (page === null) return question;
  return `${question}${question === '' ? '?' : '&'}page=${page}`;
}

/** Null where the encoding is broken or what it encodes is not UTF-8. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** As a form encodes: a plus is a space. */
function decodeForm(text: string): string | null {
  return decode(text.replaceAll('+', ' '));
}

function splitAt(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
