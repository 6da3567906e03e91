/**
 * Keys: what a page shows, as one word each. A page kept in memory carries them; publishing names
 * those whose pages it changed. In SQL the function `article_keys` spells them the same way.
 *
 * A page is never older than what it shows when it carries a key for each fact on it, and whoever
 * changes the fact sends that key. “Moves” is said of a story that is new or withdrawn, or has another
 * date, embargo, address, section, tag or author:
 *
 * | key               | carried by                                    | sent when                      |
 * | ----------------- | --------------------------------------------- | ------------------------------ |
 * | `article:<id>`    | the story, and every page that shows it       | the story changes, or one that it pins |
 * | `section:<slug>`  | its list, its stories, the front page         | it changes or one of its stories moves |
 * | `tag:<slug>`      | its list, its stories, lists of its children and of tags related to it | it or a child changes, one of its stories moves |
 * | `author:<slug>`   | their list, their stories                     | they change or one of their stories moves |
 * | `page:<slug>`     | the standing page                             | it changes                     |
 * | `front`, `archive` | those pages; feeds of all stories; all tags; sitemaps of tags and authors | any story moves |
 * | `corrections`, `search` | those pages                             | any story changes              |
 * | `tags`            | lists of topics, all tags, feeds, sitemaps of tags      | a tag changes                  |
 * | `frame`           | every page                                    | a section changes, or a standing page's title |
 * | `sitemap:<file>`  | the sitemap of these stories, of this year    | one of its stories changes     |
 * | `sitemaps`        | the sitemap index, sitemaps of news and pages | any story changes              |
 * | `readings`        | pages with lists of the most read: the front page, the first of a section | never: they are renewed every few minutes |
 * | `site`            | robots.txt and its like                       | never: it lasts as long as the process |
 * | `missing`         | 404 and 308: nothing stands at the address    | anything changes               |
 *
 * Names of sections stand in every trail; `frame` covers them. Three things have no key: that a story
 * has become like another by its words alone, that readers have turned to other stories, and that a tag has
 * come closer to another because stories with neither or with the other moved. Suggestions by likeness, the lists
 * of the most read and the choice of related tags are as of the rendering; what they say of each story and tag is
 * as it is now.
 */

export const pageKeys = {
  front: 'front',
  archive: 'archive',
  corrections: 'corrections',
  search: 'search',
  tags: 'tags',
  frame: 'frame',
  missing: 'missing',
  sitemaps: 'sitemaps',
  readings: 'readings',
  site: 'site',
  /** Sent alone, when there is more to name than a notification holds. */
  everything: '*',
} as const;

/** @param id of the story, which outlives its address */
export const articleKey = (id: string) => `article:${id}`;
/**
 * The id of the story that a page with these keys is; null for any other page. A story names itself
 * first, and no other page begins with a story.
 */
export function storyOf([first = '']: readonly string[]): string | null {
  return STORY.exec(first)?.[1] ?? null;
}

const STORY = /^article:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

export const sectionKey = (slug: string) => `section:${slug}`;
export const tagKey = (slug: string) => `tag:${slug}`;
export const authorKey = (slug: string) => `author:${slug}`;
export const standingPageKey = (slug: string) => `page:${slug}`;
/** @param file "stories-3", "archive-2025" */
export const sitemapKey = (file: string) => `sitemap:${file}`;
export const isSitemapKey = (key: string) => /^sitemap(?:s$|:)/.test(key);

/** The Postgres channel on which a publishing run sends `{"version":17,"keys":["front", …]}`. */
export const publishedChannel = 'prism_published';
