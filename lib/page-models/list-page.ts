import { publication } from '@/lib/site/publication';
import type { MostReadRecord, TrailList } from '@/lib/store/records';
import { formatCount } from '@/lib/text/counts';
import { feedAlternates, feedLinks } from './feed-links';
import { changedAt, keysOf, latest } from './freshness';
import { buildHead } from './head';
import type { Link, ListPage } from './model';
import { buildMostRead, nothingMostRead, worthTelling } from './most-read';
import { buildPagination, lastIndexedPage, pageCountOf, pageHref } from './pagination';
import { buildTrail } from './trail';

type ListParts = Readonly<{
  kind: ListPage['kind'];
  /** Of what the page says beside its stories. */
  keys: readonly string[];
  label: string;
  title: string;
  /** Title for `<head>`, where it must make sense alone. */
  headTitle?: string;
  description: string | null;
  headDescription: string;
  path: string;
  page: number;
  list: TrailList;
  mostRead?: MostReadRecord;
  biography?: ListPage['biography'];
  subject?: ListPage['subject'];
  breadcrumbs?: readonly Link[];
  navigation?: ListPage['navigation'];
  plot?: ListPage['plot'];
}>;

/**
 * A page of a list of stories; null past its end. It changed when the list did: what is read most may
 * be older than all of it.
 */
export function buildListPage(parts: ListParts): ListPage | null {
  const { page, path, list } = parts;
  const pageCount = pageCountOf(list.total);
  if (page > pageCount) return null;
  const headTitle = parts.headTitle ?? parts.title;
  const mostRead = worthTelling(parts.mostRead ?? nothingMostRead);
  const hasFeed = parts.kind !== 'archive';
  return {
    kind: parts.kind,
    keys: keysOf(parts.keys, [...list.trails, ...mostRead.today, ...mostRead.week]),
    modified: latest(list.trails.map(changedAt)),
    head: buildHead({
      title: page === 1 ? headTitle : `${headTitle}, page ${page}`,
      description: parts.headDescription,
      path: pageHref(path, page),
      alternates: hasFeed ? feedAlternates(path, parts.title) : [],
      indexed: page <= lastIndexedPage,
    }),
    label: parts.label,
    title: parts.title,
    description: parts.description,
    biography: parts.biography ?? null,
    subject: parts.subject ?? null,
    breadcrumbs: [{ href: '/', text: publication.name }, ...(parts.breadcrumbs ?? [])],
    navigation: parts.navigation ?? [],
    countText: formatCount(list.total, 'story', 'stories'),
    plot: parts.plot ?? null,
    trails: list.trails.map(buildTrail),
    mostRead: buildMostRead(mostRead),
    pagination: buildPagination(path, page, pageCount),
    feeds: hasFeed ? feedLinks(path) : [],
  };
}
