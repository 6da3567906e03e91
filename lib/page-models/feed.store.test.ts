import { afterAll, beforeAll, expect, test } from 'vitest';
import { publication } from '@/lib/site/publication';
import { article, content } from '@/lib/store/testing/build-content';
import { NOW, openStore, type TestStore } from '@/lib/store/testing/open-store';
import { loadAuthorFeed, loadSectionFeed, loadSiteFeed, loadTagFeed } from './feed';

const at = (iso: string) => new Date(iso);
const day = (number: number) => at(`2025-01-${String(number).padStart(2, '0')}T00:00:00Z`);

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(paper());
});
afterAll(() => store.close());

/** 31 stories that anyone may read, one not yet, one no more. */
function paper(headline = 'Headline of story-31') {
  const stories = Array.from({ length: 31 }, (_, index) =>
    article({ slug: `story-${index + 1}`, firstPublishedAt: day(index + 1), tags: ['ukraine'] }),
  );
  return content({
    articles: [
      ...stories.slice(0, 30),
      article({ slug: 'story-31', firstPublishedAt: day(31), headline, tags: ['ukraine'] }),
      article({ slug: 'secret', embargoedUntil: at('2030-01-01T00:00:00Z'), tags: ['ukraine'] }),
      article({
        slug: 'gone',
        tags: ['ukraine'],
        withdrawn: { at: at('2025-05-01T00:00:00Z'), reason: 'It was wrong.' },
      }),
    ],
  });
}

test.each([
  ['the paper', () => loadSiteFeed(NOW)],
  ['a section', () => loadSectionFeed('world', NOW)],
  ['a tag', () => loadTagFeed('ukraine', NOW)],
  ['an author', () => loadAuthorFeed('world-desk', NOW)],
] as const)(
  'The feed of %s holds the newest stories, and none that readers may not see',
  async (_, load) => {
    const feed = await load();
    if (feed?.kind !== 'feed') throw new Error('no feed');
    const headlines = feed.stories.map(({ headline }) => headline);
    expect(headlines).toEqual(
      Array.from({ length: publication.feedSize }, (_, index) => `Headline of story-${31 - index}`),
    );
  },
);

test('A feed changed last when a story left it, though nothing of that story is told', async () => {
  const before = await loadSiteFeed(at('2025-04-30T00:00:00Z'));
  expect(before.updated).toEqual(day(31));
  expect((await loadSiteFeed(NOW)).updated).toEqual(at('2025-05-01T00:00:00Z'));
});

test('Two readings at different times say the same', async () => {
  expect(await loadSiteFeed(at('2025-06-02T00:00:00Z'))).toEqual(await loadSiteFeed(NOW));
});

test('A list without stories has a feed, and one that is not there has none', async () => {
  expect(await loadSectionFeed('politics', NOW)).toMatchObject({
    stories: [],
    modified: null,
    updated: new Date(0),
  });
  expect(await loadSectionFeed('nothing', NOW)).toBeNull();
  expect(await loadTagFeed('nothing', NOW)).toBeNull();
  expect(await loadAuthorFeed('nobody', NOW)).toBeNull();
});

test('A story keeps its id when it is given another headline', async () => {
  const [before] = (await loadSiteFeed(NOW)).stories;
  await store.publish(paper('Better'));
  const [after] = (await loadSiteFeed(NOW)).stories;
  expect(after).toMatchObject({ id: before?.id, headline: 'Better' });
});
