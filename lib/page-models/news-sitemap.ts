import type { NewsRecord } from '@/lib/store/records';
import { listNews } from '@/lib/store/sitemap-queries';
import { pageKeys } from '@/lib/text/page-keys';
import { latest } from './freshness';
import { absoluteUrl } from './head';
import type { Sitemap, SitemapEntry, SitemapIndex } from './model';
import { sitemapPath } from './sitemap-files';
import { articleHref } from './trail';

/** Google: “articles published in the last two days”, at most 1,000 in a file. */
const NEWS_LASTS = 48 * 60 * 60_000;
export const storiesPerNewsFile = 1_000;

/** The stories of the last 48 hours; the files that hold them where one is not enough. */
export async function loadNewsSitemap(now: Date): Promise<Sitemap | SitemapIndex> {
  const { stories, total } = await listNews(newsSince(now), now, 1, storiesPerNewsFile);
  return total > storiesPerNewsFile
    ? buildNewsIndex(stories, Math.ceil(total / storiesPerNewsFile))
    : buildNewsSitemap(stories);
}

/** The part (from 1) of the news that stands in a file of its own; null when one file is enough. */
export async function loadNewsFile(number: number, now: Date): Promise<Sitemap | null> {
  const { stories, total } = await listNews(newsSince(now), now, number, storiesPerNewsFile);
  return total > storiesPerNewsFile ? buildNewsSitemap(stories) : null;
}

export function newsSince(now: Date): Date {
  return new Date(now.getTime() - NEWS_LASTS);
}

/** On a quiet day: the protocol's schema wants one page at least. */
function frontPage(): SitemapEntry {
  return { url: absoluteUrl('/'), modified: null, images: [] };
}

/** It has no date of its own: stories leave it without anyone changing anything. */
export function buildNewsSitemap(stories: readonly NewsRecord[]): Sitemap {
  const entries = stories.map(newsEntry);
  return {
    kind: 'sitemap',
    keys: [pageKeys.sitemaps],
    modified: null,
    entries: entries.length > 0 ? entries : [frontPage()],
  };
}

function newsEntry(story: NewsRecord): SitemapEntry {
  return {
    url: absoluteUrl(articleHref(story.sectionSlug, story.slug)),
    modified: story.changed,
    images: [],
    news: {
      title: story.headline,
      language: newsLanguage(story.language),
      published: story.firstPublishedAt,
    },
  };
}

/** Newest first: of the files only the first is sure to have changed with a new story. */
function buildNewsIndex(newest: readonly NewsRecord[], count: number): SitemapIndex {
  return {
    kind: 'sitemapIndex',
    keys: [pageKeys.sitemaps],
    modified: null,
    files: Array.from({ length: count }, (_, index) => ({
      url: absoluteUrl(sitemapPath({ kind: 'news', number: index + 1 })),
      modified: index === 0 ? latest(newest.map(({ changed }) => changed)) : null,
    })),
  };
}

/** ISO 639, but of Chinese its script as a country (Google’s news sitemap schema, `language`). */
export function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}
