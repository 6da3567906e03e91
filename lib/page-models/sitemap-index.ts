import {
  listArchivedYears,
  listNameSitemaps,
  listStorySitemaps,
} from '@/lib/store/sitemap-queries';
import { pageKeys } from '@/lib/text/page-keys';
import { keysOf, latest } from './freshness';
import { absoluteUrl } from './head';
import type { SitemapIndex } from './model';
import { loadPagesSitemap } from './sitemap';
import { type SitemapFile, sitemapPath } from './sitemap-files';

/**
 * All files of the sitemap. When one last changed is said where it takes a bounded number of index
 * reads to know; of the others crawlers ask, and hear 304.
 */
export async function loadSitemapIndex(now: Date): Promise<SitemapIndex> {
  const [pages, stories, tags, authors, years] = await Promise.all([
    loadPagesSitemap(now),
    listStorySitemaps(now),
    listNameSitemaps('tag', now),
    listNameSitemaps('author', now),
    listArchivedYears(now),
  ]);
  const files = [
    file({ kind: 'pages' }, pages.modified),
    ...stories.map(({ number, changed }) => file({ kind: 'stories', number }, changed)),
    ...tags.map((number) => file({ kind: 'tags', number }, null)),
    ...authors.map((number) => file({ kind: 'authors', number }, null)),
    ...years.map((number) => file({ kind: 'archive', number }, null)),
  ];
  return {
    kind: 'sitemapIndex',
    keys: keysOf([...pages.keys, pageKeys.tags], []),
    modified: latest(files.flatMap(({ modified }) => modified ?? [])),
    files,
  };
}

function file(name: SitemapFile, modified: Date | null): SitemapIndex['files'][number] {
  return { url: absoluteUrl(sitemapPath(name)), modified };
}
