import { publication } from '@/lib/site/publication';
import { listSections, listTags } from '@/lib/store/list-queries';
import type { NameRecord, TagCountRecord } from '@/lib/store/records';
import { type SearchQuestion, type SearchRecord, searchArticles } from '@/lib/store/search-queries';
import { OutOfTime } from '@/lib/store/within-budget';
import { pageKeys } from '@/lib/text/page-keys';
import {
  dayOf,
  isoDay,
  parseSearchAddress,
  type SearchAddress,
  searchHref,
  UNREADABLE,
} from '@/lib/text/search-address';
import { keysOf } from './freshness';
import { buildHead } from './head';
import type { Link, ProblemPage, SearchForm, SearchPage, SnippetPart } from './model';
import { buildPagination, pageCountOf } from './pagination';
import { buildTooLongPage } from './problem-page';
import { listNotes, quoted, summarise, wordElsewhere } from './search-words';
import { searchTool } from './tools';
import { buildTrail, topicLinks } from './trail';

const topicsCount = 16;
const DAY = 86_400_000;

/** The parameters of an address as Next gives them; of one that is repeated the first counts. */
type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What an address asks for. The address is the parameters, or a question alone. */
export function parseSearch(given: Parameters): SearchAddress {
  return parseSearchAddress((name) => {
    const value = given[name];
    return typeof value === 'string' ? value : value?.[0];
  });
}

/**
 * Answers to a question; null for a page past their end.
 * @param budget milliseconds of the database; left out: what every search may take
 */
export async function loadSearchPage(
  address: SearchAddress,
  page: number | null,
  now: Date,
  budget?: number,
): Promise<SearchPage | ProblemPage | null> {
  if (page === null) return null;
  try {
    const [found, sections, tags] = await Promise.all([
      searchArticles(questionOf(address), now, page, budget),
      listSections(),
      listTags(now, topicsCount),
    ]);
    return page > pageCountOf(found.total)
      ? null
      : buildSearchPage(address, page, found, { sections, tags });
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    return buildTooLongPage(address.q, narrower(address, now));
  }
}

function questionOf({ q, section, tag, from, to, sort }: SearchAddress): SearchQuestion {
  const last = instantOf(to);
  return {
    words: q,
    section: section === '' ? null : section,
    tag: tag === '' ? null : tag,
    from: instantOf(from),
    until: last && new Date(last.getTime() + DAY),
    order: sort === 'date' ? 'date' : 'relevance',
  };
}

function instantOf(day: string): Date | null {
  return day === '' || day === UNREADABLE ? null : dayOf(day);
}

/** The same question of fewer stories. */
function narrower(address: SearchAddress, now: Date): readonly Link[] {
  const since = (days: number) => isoDay(new Date(now.getTime() - days * DAY));
  return [
    { href: searchHref({ ...address, from: since(31), to: '' }), text: 'Search the last month' },
    { href: searchHref({ ...address, from: since(366), to: '' }), text: 'Search the last year' },
    { href: searchHref(address), text: 'Try the same again' },
  ];
}

/** What readers choose from. */
type Choices = Readonly<{ sections: readonly NameRecord[]; tags: readonly TagCountRecord[] }>;

export function buildSearchPage(
  address: SearchAddress,
  page: number,
  found: SearchRecord,
  { sections, tags }: Choices,
): SearchPage {
  const { hits, total, respelt, since } = found;
  const { q } = address;
  const asked = readable(address, found);
  const everywhere = searchHref({ ...asked, section: '', tag: '', from: '', to: '' });
  const elsewhere = wordElsewhere(found);
  return {
    kind: 'search',
    keys: keysOf(
      [pageKeys.search, pageKeys.tags],
      hits.map(({ trail }) => trail),
    ),
    modified: null,
    head: {
      ...buildHead({
        title: q === '' ? 'Search' : `${quoted(q)}: search`,
        description: `Search the stories of ${publication.name}.`,
        path: '/search',
        indexed: false,
      }),
      tools: [searchTool],
    },
    form: buildForm(asked, { sections, tags }),
    summary: summarise(asked, found),
    notes: listNotes(address, found),
    respelt:
      respelt === null
        ? null
        : { href: searchHref({ ...asked, q: respelt }), text: quoted(respelt) },
    elsewhere: elsewhere === null ? null : { href: everywhere, text: elsewhere },
    earlier: since === null ? null : earlier(asked, since),
    results: hits.map(({ trail, snippet }) => ({
      trail: buildTrail(trail),
      snippet: withEllipses(snippet),
    })),
    pagination:
      total > 0
        ? buildPagination(searchHref(asked), page, pageCountOf(total), {
            newer: 'Previous page',
            older: 'Next page',
          })
        : null,
    topics: topicLinks(tags),
  };
}

/** The same question of the stories before. */
function earlier(asked: SearchAddress, since: Date): Link {
  const to = isoDay(new Date(since.getTime() - DAY));
  return { href: searchHref({ ...asked, to }), text: 'Search earlier stories' };
}

/** What was understood of the address: names as they are spelled, and nothing that says nothing. */
function readable(address: SearchAddress, { section, tag }: SearchRecord): SearchAddress {
  const { from, to, sort } = address;
  const known = (value: string) => (value === UNREADABLE ? '' : value);
  return {
    ...{ q: address.q, section: section?.slug ?? '', tag: tag?.slug ?? '' },
    ...{ from: known(from), to: known(to), sort: known(sort) },
  };
}

function buildForm(asked: SearchAddress, { sections, tags }: Choices): SearchForm {
  const { q, ...filters } = asked;
  const isNarrowed = Object.values(filters).some((value) => value !== '');
  return {
    query: q,
    narrowing: {
      ...filters,
      sections: sections.map(({ slug, name }) => ({ slug, name })),
      tags: tags.map(({ slug, name }) => ({ slug, name })),
      isOpen: isNarrowed,
      clear: isNarrowed
        ? { href: searchHref(parseSearch({ q })), text: 'Clear all of these' }
        : null,
    },
  };
}

/** A passage that begins or ends within a sentence says so. */
function withEllipses(snippet: readonly SnippetPart[]): readonly SnippetPart[] {
  const text = snippet.map((part) => part.text).join('');
  const before = /^\P{L}*\p{Ll}/u.test(text) ? [{ text: '… ', hit: false }] : [];
  const after = /[\p{L}\p{N},;:]$/u.test(text.trim()) ? [{ text: ' …', hit: false }] : [];
  return [...before, ...snippet, ...after];
}
