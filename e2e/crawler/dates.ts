import type { APIRequestContext } from 'playwright/test';
import { instantOf, metaOf, type Served, thingOf } from './served';

/** When a story was published and last changed, as one place tells it; absent where it does not say. */
export type Told = Readonly<{ published?: string; modified?: string }>;

/** A place that tells dates of stories; null for a story of which it does not tell. */
export type Teller = Readonly<{
  name: string;
  /** Asked once for all stories. */
  open: (request: APIRequestContext) => Promise<(story: Served) => Told | null>;
}>;

/** Reads the story's own page. */
function onPage(name: string, read: (story: Served) => Told | null): Teller {
  return { name, open: async () => read };
}

/** Every place that tells dates. Whatever tells them elsewhere (a feed, a sitemap) is added here. */
export const tellers: readonly Teller[] = [
  onPage('the byline', ({ document }) => {
    const [published, updated] = [...document.querySelectorAll('.byline time')].map(instantOf);
    // No word of a change says that there was none.
    return published === undefined ? {} : { published, modified: updated ?? published };
  }),
  onPage('JSON-LD', (story) => {
    const article = thingOf(story, 'NewsArticle');
    return {
      published: String(article?.datePublished),
      modified: String(article?.dateModified),
    };
  }),
  onPage('Open Graph', (story) => ({
    published: metaOf(story, 'article:published_time').join(),
    modified: metaOf(story, 'article:modified_time').join(),
  })),
];
