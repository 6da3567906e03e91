import { publication } from '@/lib/site/publication';
import type { Pagination } from './model';

/** `?page=` as readers write it: absent is 1; anything but a whole number from 2 up is no page. */
export function parsePageNumber(value: string | readonly string[] | undefined): number | null {
  if (value === undefined) return 1;
  if (typeof value !== 'string' || !/^[1-9]\d{0,6}$/.test(value)) return null;
  return Number(value);
}

/**
 * The last page of a list that may be found by searching. What stands deeper moves on with every new
 * story, so that whoever comes from a search finds other stories there; archive and sitemaps lead
 * to each of them, and crawlers still follow the links (`noindex` does not say `nofollow`).
 */
export const lastIndexedPage = 10;

/** How many pages `total` stories fill; an empty list still has its first page. */
export function pageCountOf(total: number): number {
  return Math.max(1, Math.ceil(total / publication.pageSize));
}

/** The address of a page of a list; page 1 is the list's own address. */
export function pageHref(path: string, page: number): string {
  if (page === 1) return path;
  return `${path}${path.includes('?') ? '&' : '?'}page=${page}`;
}

/** First, last, and the neighbours of the current page; null stands for a gap. */
export function buildPagination(
  path: string,
  page: number,
  pageCount: number,
  words = { newer: 'Newer stories', older: 'Older stories' },
): Pagination {
  const shown = [1, page - 1, page, page + 1, pageCount]
    .filter((number) => number >= 1 && number <= pageCount)
    .filter((number, index, all) => all.indexOf(number) === index)
    .sort((a, b) => a - b);
  const pages = shown.flatMap((number, index) => {
    const entry = { page: number, href: pageHref(path, number), current: number === page };
    const before = shown[index - 1];
    return before !== undefined && number - before > 1 ? [null, entry] : [entry];
  });
  return {
    page,
    pageCount,
    newer: page > 1 ? { href: pageHref(path, page - 1), text: words.newer } : null,
    older: page < pageCount ? { href: pageHref(path, page + 1), text: words.older } : null,
    pages,
  };
}
