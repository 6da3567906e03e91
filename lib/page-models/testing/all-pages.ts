import { pageKeys } from '@/lib/text/page-keys';
import { loadArchiveIndexPage, loadArchivePage } from '../archive-page';
import { loadArticlePage } from '../article-page';
import { loadAuthorPage } from '../author-page';
import { loadComparisonPage } from '../comparison-page';
import { loadCorrectionsPage } from '../corrections-page';
import { type Feed, loadAuthorFeed, loadSectionFeed, loadSiteFeed, loadTagFeed } from '../feed';
import { loadFrame } from '../frame';
import { loadFrontPage } from '../front-page';
import { loadHistoryPage } from '../history-page';
import { loadMarkdownStory, type MarkdownStory } from '../markdown-story';
import type { Sitemap, SitemapIndex, WithdrawnPage } from '../model';
import { loadNewsSitemap } from '../news-sitemap';
import { loadOutline, type Outline } from '../outline';
import type { Moved, Page } from '../page';
import { loadNotFoundPage } from '../problem-page';
import { loadSearchPage, parseSearch } from '../search-page';
import { loadSectionPage } from '../section-page';
import { loadSitemap } from '../sitemap';
import { parseSitemapName } from '../sitemap-files';
import { loadSitemapIndex } from '../sitemap-index';
import { loadStandingPage } from '../standing-page';
import { loadTagPage } from '../tag-page';
import { loadTagsPage } from '../tags-page';

/** What readers are shown at an address, as text, and the keys under which it is kept. */
export type Shown = Readonly<{ text: string; keys: readonly string[] }>;

/** The slugs that a test uses, whether anything stands under them or not. */
export type Slugs = Readonly<{
  sections: readonly string[];
  stories: readonly string[];
  tags: readonly string[];
  authors: readonly string[];
  pages: readonly string[];
}>;

type Load = (now: Date) => Promise<Page | Moved | null>;
type LoadDocument = (
  now: Date,
) => Promise<Feed | MarkdownStory | WithdrawnPage | Outline | Moved | null>;

/** Every address of these slugs, and what is shown there as of `now`. */
export async function showAll(slugs: Slugs, now: Date): Promise<ReadonlyMap<string, Shown>> {
  const frame = JSON.stringify((await loadFrame()).frame);
  const shown = new Map<string, Shown>();
  for (const [path, load] of addresses(slugs)) {
    const page = (await load(now)) ?? (await loadNotFoundPage(path, now));
    shown.set(path, page.kind === 'moved' ? moved(page) : standing(page, frame));
  }
  for (const [path, load] of documents(slugs)) shown.set(path, document(await load(now)));
  for (const [path, load] of sitemaps()) {
    const sitemap = await load(now);
    const { keys, modified: _, ...said } = sitemap ?? { keys: [pageKeys.missing], modified: null };
    shown.set(path, { text: JSON.stringify(said), keys });
  }
  return shown;
}

/** No frame stands around it: it has a key for each of its facts itself. */
function document(loaded: Awaited<ReturnType<LoadDocument>>): Shown {
  if (loaded === null) return { text: 'nothing', keys: [pageKeys.missing] };
  if ('kind' in loaded && loaded.kind === 'moved') return moved(loaded);
  const { keys, modified: _, ...rest } = loaded as Exclude<typeof loaded, Moved>;
  return { text: JSON.stringify(rest), keys };
}

function documents({ sections, stories, tags, authors }: Slugs): readonly [string, LoadDocument][] {
  return [
    ['/feed.xml', loadSiteFeed],
    ['/llms.txt', loadOutline],
    ...sections.map((slug): [string, LoadDocument] => [
      `/${slug}/feed.xml`,
      (now) => loadSectionFeed(slug, now),
    ]),
    ...tags.map((slug): [string, LoadDocument] => [
      `/tag/${slug}/feed.xml`,
      (now) => loadTagFeed(slug, now),
    ]),
    ...authors.map((slug): [string, LoadDocument] => [
      `/author/${slug}/feed.xml`,
      (now) => loadAuthorFeed(slug, now),
    ]),
    ...sections.flatMap((section) =>
      stories.map((slug): [string, LoadDocument] => [
        `/${section}/${slug}.md`,
        (now) => loadMarkdownStory(section, slug, now),
      ]),
    ),
  ];
}

function sitemaps(): readonly [string, (now: Date) => Promise<Sitemap | SitemapIndex | null>][] {
  const names = ['pages', 'stories-1', 'tags-1', 'authors-1', 'archive-2024', 'archive-2025'];
  return [
    ['/sitemap.xml', loadSitemapIndex],
    ['/news-sitemap.xml', loadNewsSitemap],
    ...names.map((name): [string, (now: Date) => Promise<Sitemap | null>] => [
      `/sitemap-${name}.xml`,
      async (now) => {
        const file = parseSitemapName(name);
        return file && loadSitemap(file, now);
      },
    ]),
  ];
}

function moved({ href }: Moved): Shown {
  return { text: `moved to ${href}`, keys: [pageKeys.missing] };
}

function standing({ keys, modified: _, ...page }: Page, frame: string): Shown {
  return { text: JSON.stringify(page) + frame, keys: [...keys, pageKeys.frame] };
}

function addresses({ sections, stories, tags, authors, pages }: Slugs): readonly [string, Load][] {
  return [
    ['/', loadFrontPage],
    ['/archive', (now) => loadArchiveIndexPage(1, now)],
    ['/archive/2025', (now) => loadArchivePage(['2025'], 1, now)],
    ['/archive/2025/01', (now) => loadArchivePage(['2025', '01'], 1, now)],
    ['/corrections', (now) => loadCorrectionsPage(1, now)],
    ['/tags', (now) => loadTagsPage(1, now)],
    ['/search', (now) => loadSearchPage(parseSearch({}), 1, now)],
    ['/search?q=words', (now) => loadSearchPage(parseSearch({ q: 'words' }), 1, now)],
    ...sections.map((slug): [string, Load] => [`/${slug}`, (now) => loadSectionPage(slug, 1, now)]),
    ...sections.flatMap((section) =>
      stories.flatMap((slug): [string, Load][] => [
        [`/${section}/${slug}`, (now) => loadArticlePage(section, slug, now)],
        [`/${section}/${slug}/history`, (now) => loadHistoryPage(section, slug, now)],
        [`/${section}/${slug}/history/1-2`, (now) => loadComparisonPage(section, slug, '1-2', now)],
      ]),
    ),
    ...tags.map((slug): [string, Load] => [`/tag/${slug}`, (now) => loadTagPage(slug, 1, now)]),
    ...authors.map((slug): [string, Load] => [
      `/author/${slug}`,
      (now) => loadAuthorPage(slug, 1, now),
    ]),
    ...pages.map((slug): [string, Load] => [`/${slug}`, () => loadStandingPage(slug)]),
  ];
}
