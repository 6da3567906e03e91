import { publication } from '@/lib/site/publication';
import { listTags } from '@/lib/store/list-queries';
import type { SearchHitRecord, TagCountRecord } from '@/lib/store/records';
import { searchArticles } from '@/lib/store/search-queries';
import { formatCount } from '@/lib/text/counts';
import { pageKeys } from '@/lib/text/page-keys';
import { keysOf } from './freshness';
import { buildHead } from './head';
import type { SearchPage, SnippetPart } from './model';
import { buildPagination, pageCountOf } from './pagination';
import { searchTool } from './tools';
import { buildTrail, tagLink } from './trail';

/** Longer questions find nothing more. */
const longestQuery = 200;
const topicsCount = 16;

/** The words of `?q=`, cut to a sensible length. */
export function parseSearchQuery(value: string | readonly string[] | undefined): string {
  const query = typeof value === 'string' ? value : (value?.[0] ?? '');
  return query.trim().slice(0, longestQuery);
}

/** Answers to a question; null for a page past their end. */
export async function loadSearchPage(
  query: string,
  page: number | null,
  now: Date,
): Promise<SearchPage | null> {
  if (page === null) return null;
  const [found, tags] = await Promise.all([
    query === '' ? { hits: [], total: 0 } : searchArticles(query, now, page),
    listTags(now, topicsCount),
  ]);
  return page > pageCountOf(found.total) ? null : buildSearchPage(query, page, found, tags);
}

export function buildSearchPage(
  query: string,
  page: number,
  { hits, total }: Readonly<{ hits: readonly SearchHitRecord[]; total: number }>,
  tags: readonly TagCountRecord[],
): SearchPage {
  return {
    kind: 'search',
    keys: keysOf(
      [pageKeys.search, pageKeys.tags],
      hits.map(({ trail }) => trail),
    ),
    modified: null,
    head: {
      ...buildHead({
        title: query === '' ? 'Search' : `“${query}”: search`,
        description: `Search the stories of ${publication.name}.`,
        path: '/search',
        indexed: false,
      }),
      tools: [searchTool],
    },
    query,
    summary: summarise(query, total),
    results: hits.map(({ trail, snippet }) => ({
      trail: buildTrail(trail),
      snippet: withEllipses(snippet),
    })),
    pagination:
      total > 0
        ? buildPagination(`/search?q=${encodeURIComponent(query)}`, page, pageCountOf(total))
        : null,
    topics: tags.map(tagLink),
  };
}

/** A passage that begins or ends within a sentence says so. */
function withEllipses(snippet: readonly SnippetPart[]): readonly SnippetPart[] {
  const text = snippet.map((part) => part.text).join('');
  const before = /^\P{L}*\p{Ll}/u.test(text) ? [{ text: '… ', hit: false }] : [];
  const after = /[\p{L}\p{N},;:]$/u.test(text.trim()) ? [{ text: ' …', hit: false }] : [];
  return [...before, ...snippet, ...after];
}

function summarise(query: string, total: number): string {
  if (query === '') return 'Search headlines and full texts. Put a phrase in “quotation marks”.';
  if (total > 0) return `${formatCount(total, 'story', 'stories')} for “${query}”`;
  return `No story holds “${query}”. Try fewer or other words, or choose a topic below.`;
}
