import { publication } from '@/lib/site/publication';
import { listTags } from '@/lib/store/list-queries';
import type { TagCountRecord } from '@/lib/store/records';
import { type SearchRecord, searchArticles } from '@/lib/store/search-queries';
import { formatCount } from '@/lib/text/counts';
import { pageKeys } from '@/lib/text/page-keys';
import { keysOf } from './freshness';
import { buildHead } from './head';
import type { SearchPage, SnippetPart } from './model';
import { buildPagination, pageCountOf } from './pagination';
import { searchTool } from './tools';
import { buildTrail, topicLinks } from './trail';

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
    query === '' ? { hits: [], total: 0, hasMore: false } : searchArticles(query, now, page),
    listTags(now, topicsCount),
  ]);
  return page > pageCountOf(found.total) ? null : buildSearchPage(query, page, found, tags);
}

export function buildSearchPage(
  query: string,
  page: number,
  { hits, total, hasMore }: SearchRecord,
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
    summary: summarise(query, total, hasMore),
    results: hits.map(({ trail, snippet }) => ({
      trail: buildTrail(trail),
      snippet: withEllipses(snippet),
    })),
    pagination:
      total > 0
        ? buildPagination(`/search?q=${encodeURIComponent(query)}`, page, pageCountOf(total))
        : null,
    topics: topicLinks(tags),
  };
}

/** A passage that begins or ends within a sentence says so. */
function withEllipses(snippet: readonly SnippetPart[]): readonly SnippetPart[] {
  const text = snippet.map((part) => part.text).join('');
  const before = /^\P{L}*\p{Ll}/u.test(text) ? [{ text: '… ', hit: false }] : [];
  const after = /[\p{L}\p{N},;:]$/u.test(text.trim()) ? [{ text: ' …', hit: false }] : [];
  return [...before, ...snippet, ...after];
}

function summarise(query: string, total: number, hasMore: boolean): string {
  if (query === '') return 'Search headlines and full texts. Put a phrase in “quotation marks”.';
  const stories = formatCount(total, 'story', 'stories');
  if (hasMore) {
    return `More than ${stories} for “${query}”: the newest of them, best first. Add words to find older ones.`;
  }
  if (total > 0) return `${stories} for “${query}”`;
  return `No story holds “${query}”. Try fewer or other words, or choose a topic below.`;
}
