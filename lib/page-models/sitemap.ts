import type { ChangedListRecord, SitemapStoryRecord } from '@/lib/store/records';
import {
  findLatestWithdrawal,
  listChangedLists,
  listChangedPeriods,
  listSitemapNames,
  listSitemapStories,
} from '@/lib/store/sitemap-queries';
import { pageKeys, sitemapKey, standingPageKey } from '@/lib/text/page-keys';
import { fallbackOf, renditionPath } from '@/lib/text/renditions';
import { dayPeriod, monthPeriod, yearPeriod } from './archive-dates';
import { latest } from './freshness';
import { loadFrontModified } from './front-page';
import { absoluteUrl } from './head';
import type { Sitemap, SitemapEntry } from './model';
import { loadNewsFile } from './news-sitemap';
import { type SitemapFile, sitemapName } from './sitemap-files';
import { articleHref } from './trail';

/** A file of the sitemap; null where there is none, or nothing to be seen in it. */
export async function loadSitemap(file: SitemapFile, now: Date): Promise<Sitemap | null> {
  const sitemap = await loadFile(file, now);
  return sitemap === null || sitemap.entries.length === 0 ? null : sitemap;
}

function loadFile(file: SitemapFile, now: Date): Promise<Sitemap | null> {
  switch (file.kind) {
    case 'pages':
      return loadPagesSitemap(now);
    case 'stories':
      return loadStoriesSitemap(file.number, now);
    case 'archive':
      return loadArchiveSitemap(file.number, now);
    case 'news':
      return loadNewsFile(file.number, now);
    case 'tags':
    case 'authors':
      return loadNamesSitemap(file.kind, file.number, now);
  }
}

async function loadStoriesSitemap(number: number, now: Date): Promise<Sitemap> {
  const [stories, withdrawal] = await Promise.all([
    listSitemapStories(number, now),
    findLatestWithdrawal(number, now),
  ]);
  return {
    kind: 'sitemap',
    keys: [sitemapKey(sitemapName({ kind: 'stories', number }))],
    modified: latest([...stories.map(({ changed }) => changed), withdrawal ?? []].flat()),
    entries: stories.map(storyEntry),
  };
}

function storyEntry({ sectionSlug, slug, changed, pictures }: SitemapStoryRecord): SitemapEntry {
  return {
    url: absoluteUrl(articleHref(sectionSlug, slug)),
    modified: changed,
    images: pictures.map((picture) =>
      absoluteUrl(renditionPath(picture, fallbackOf(picture, null))),
    ),
  };
}

/**
 * When the list of a tag or an author last changed is not said: to find the newest of their stories
 * all of them must be read.
 */
async function loadNamesSitemap(
  kind: 'tags' | 'authors',
  number: number,
  now: Date,
): Promise<Sitemap> {
  const [nameKind, folder] =
    kind === 'tags' ? (['tag', '/tag'] as const) : (['author', '/author'] as const);
  const slugs = await listSitemapNames(nameKind, number, now);
  return {
    kind: 'sitemap',
    keys: kind === 'tags' ? [pageKeys.archive, pageKeys.tags] : [pageKeys.archive],
    modified: null,
    entries: slugs.map((slug) => entry(`${folder}/${slug}`, null)),
  };
}

async function loadArchiveSitemap(year: number, now: Date): Promise<Sitemap> {
  const periods = await listChangedPeriods(year, now);
  return {
    kind: 'sitemap',
    keys: [sitemapKey(sitemapName({ kind: 'archive', number: year }))],
    modified: latest(periods.map(({ changed }) => changed)),
    entries: periods.map(({ unit, start, changed }) => entry(periodPath(unit, start), changed)),
  };
}

function periodPath(unit: 'year' | 'month' | 'day', start: Date): string {
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + 1];
  const period = {
    year: yearPeriod(year),
    month: monthPeriod(year, month),
    day: dayPeriod(year, month, start.getUTCDate()),
  }[unit];
  if (period === null) throw new Error(`${start.toISOString()} begins no ${unit}`);
  return period.path;
}

export async function loadPagesSitemap(now: Date): Promise<Sitemap> {
  const [lists, front] = await Promise.all([listChangedLists(now), loadFrontModified(now)]);
  const entries = [
    entry('/', front),
    ...lists.map((list) => entry(listPath(list), list.changed)),
    entry('/tags', null),
  ];
  return {
    kind: 'sitemap',
    keys: [
      ...[pageKeys.sitemaps, pageKeys.front, pageKeys.frame],
      ...lists.filter(({ kind }) => kind === 'page').map(({ slug }) => standingPageKey(slug)),
    ],
    modified: latest(entries.flatMap(({ modified }) => modified ?? [])),
    entries,
  };
}

function listPath({ kind, slug }: ChangedListRecord): string {
  return kind === 'section' || kind === 'page' ? `/${slug}` : `/${kind}`;
}

function entry(path: string, modified: Date | null): SitemapEntry {
  return { url: absoluteUrl(path), modified, images: [] };
}
