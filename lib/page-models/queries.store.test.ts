import { afterAll, beforeAll, expect, test } from 'vitest';
import { publication } from '@/lib/site/publication';
import { article, content, imageOf, page, picture } from '@/lib/store/testing/build-content';
import { statementsOf } from '@/lib/store/testing/count-queries';
import { NOW, openStore, type TestStore } from '@/lib/store/testing/open-store';
import { loadArchivePage } from './archive-page';
import { loadArticlePage } from './article-page';
import { loadAuthorPage } from './author-page';
import { loadCorrectionsPage } from './corrections-page';
import { loadSiteFeed, loadTagFeed } from './feed';
import { loadFrame } from './frame';
import { loadFrontPage } from './front-page';
import { loadMarkdownStory } from './markdown-story';
import { loadSearchPage, parseSearch } from './search-page';
import { loadSectionPage } from './section-page';
import { loadStandingPage } from './standing-page';
import { loadTagPage } from './tag-page';
import { loadTagsPage } from './tags-page';

const photo = picture('photo');
const rich = {
  tags: ['ukraine', 'diplomacy'],
  image: imageOf(photo),
  corrections: [{ at: new Date('2025-01-02T00:00:00Z'), text: 'A name was misspelt.' }],
};

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  const others = Array.from({ length: publication.pageSize }, (_, index) => `other-${index}`);
  const slugs = ['before', 'story', 'after', 'later', ...others];
  await store.publish(
    content({
      articles: slugs.map((slug) =>
        article({ ...rich, slug, related: slug === 'story' ? ['later'] : [] }),
      ),
      pages: [page('about')],
      front: { lead: 'story', featured: ['after'] },
      pictures: new Map([[photo.picture.hash, photo]]),
    }),
  );
});
afterAll(() => store.close());

const pages: readonly (readonly [what: string, queries: number, load: () => Promise<unknown>])[] = [
  ['a story', 2, () => loadArticlePage('world', 'story', NOW)],
  ['a story that moved', 2, () => loadArticlePage('politics', 'story', NOW)],
  ['the front page', 3, () => loadFrontPage(NOW)],
  ['a section', 4, () => loadSectionPage('world', 1, NOW)],
  ['what follows of a section', 3, () => loadSectionPage('world', 2, NOW)],
  ['a tag', 5, () => loadTagPage('ukraine', 1, NOW)],
  ['all tags', 3, () => loadTagsPage(1, NOW)],
  ['an author', 3, () => loadAuthorPage('world-desk', 1, NOW)],
  ['a month of the archive', 3, () => loadArchivePage(['2025', '01'], 1, NOW)],
  // Begin, two questions with their time-outs, and commit; sections and topics beside them.
  ['a search', 8, () => loadSearchPage(parseSearch({ q: 'words' }), 1, NOW)],
  ['the corrections', 2, () => loadCorrectionsPage(1, NOW)],
  ['the feed of all stories', 3, () => loadSiteFeed(NOW)],
  ['the feed of a tag', 4, () => loadTagFeed('ukraine', NOW)],
  ['a story in Markdown', 1, () => loadMarkdownStory('world', 'story', NOW)],
  ['a standing page', 1, () => loadStandingPage('about')],
];

test.each(pages)('%s and its frame cost 1 + %i queries', async (_, queries, load) => {
  let loaded: unknown = null;
  const statements = await statementsOf(async () => {
    await loadFrame();
    loaded = await load();
  });
  expect(loaded).not.toBeNull();
  expect(statements).toHaveLength(1 + queries);
});
