import { slugify } from './slugs';

/**
 * What the address of a search asks for. Delivery, which keeps one copy for each, and the page read it by the
 * same rules; the order of the fields is that in the address.
 */
export type SearchAddress = Readonly<{
  /** The question, in the syntax of websearch_to_tsquery; empty before the first. */
  q: string;
  /** Slug of a section; of a tag, or an alias of it. Empty: all. */
  section: string;
  tag: string;
  /** First and last day of publication, `2025-12-22`; empty: no bound; UNREADABLE: given, but no day. */
  from: string;
  to: string;
  /** Empty: the best first; `date`: the newest first; UNREADABLE: given, but neither. */
  sort: string;
}>;

/** In place of a value that says nothing: every wrong day is the same wrong day. */
export const UNREADABLE = '0';

/** Longest question in characters; longer ones find nothing more. */
const LONGEST_QUESTION = 200;

/** The names of the parameters, as a reader's address has them. `page` is the list's own. */
export const SEARCH_PARAMETERS = ['q', 'section', 'tag', 'from', 'to', 'sort'] as const;

/** Reads the parameters that `given` tells the values of. Whatever they are is understood or UNREADABLE. */
export function parseSearchAddress(
  given: (name: (typeof SEARCH_PARAMETERS)[number]) => string | undefined,
): SearchAddress {
  const read = (name: (typeof SEARCH_PARAMETERS)[number]) => (given(name) ?? '').trim();
  const [from, to] = inOrder(parseDay(read('from')), parseDay(read('to')));
  return {
    q: parseQuestion(read('q')),
    section: parseName(read('section')),
    tag: parseName(read('tag')),
    from,
    to,
    sort: parseSort(read('sort')),
  };
}

/** The one way to write it: `/search?q=black%20sea&section=world`. */
export function searchHref(address: SearchAddress): string {
  const query = SEARCH_PARAMETERS.filter((name) => address[name] !== '')
    .map((name) => `${name}=${encodeURIComponent(address[name])}`)
    .join('&');
  return query === '' ? '/search' : `/search?${query}`;
}

function parseQuestion(value: string): string {
  const question = value.normalize('NFC').replace(/\s+/g, ' ');
  return Array.from(question).slice(0, LONGEST_QUESTION).join('').trim();
}

/** Readers write a tag as they say it: “Security Guarantees” is `security-guarantees`. */
function parseName(value: string): string {
  return value === '' ? '' : slugify(value) || UNREADABLE;
}

function parseDay(value: string): string {
  if (value === '') return '';
  const isDay = /^[12]\d{3}-\d{2}-\d{2}$/.test(value) && dayOf(value) !== null;
  return isDay ? value : UNREADABLE;
}

/** The beginning of a day in UTC; null when the month is too short for it. */
export function dayOf(value: string): Date | null {
  const day = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return null;
  return day.toISOString().startsWith(value) ? day : null;
}

/** The day (UTC) of an instant, as an address has it. */
export function isoDay(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** Days that are given the wrong way round can be meant in one way only. */
function inOrder(from: string, to: string): [from: string, to: string] {
  const areBoth = ![from, to].some((day) => day === '' || day === UNREADABLE);
  return areBoth && from > to ? [to, from] : [from, to];
}

function parseSort(value: string): string {
  if (value === '' || value === 'relevance') return '';
  return value === 'date' ? value : UNREADABLE;
}
