import { afterAll, beforeAll, expect, test } from 'vitest';
import { findReadOn } from './read-on-queries';
import { article, content } from './testing/build-content';
import { readsOf } from './testing/explain-queries';
import { NOW, openStore, type TestStore } from './testing/open-store';

const STORIES = 3_000;
/** Of 8 KB, a read of the same one counted again: what two tags, 30 words and 24 candidates come to. */
const MOST_BUFFERS = 2_500;
const GROWING = ['article', 'article_tag'];

/** Every story has a tag that all have, one of a few, and words that all have, and stress, some have and few have. */
const articles = Array.from({ length: STORIES }, (_, number) =>
  article({
    slug: `story-${number}`,
    headline: `Council${number % 60} votes on${number % 7} matter${number % 11}`,
    standfirst: `Lead${number} lead${number + 1}.`,
    tags: number === 1 ? [] : ['all', `some-${number % 40}`],
    related: number === 0 ? ['story-9', 'story-10'] : [],
    bodyText: [
      ...[...'abcdefghijklmnopqrstuvwxyz', ...'ABCDEFGHIJ'].flatMap((letter) => {
        const everyday = `every${letter}${letter === letter.toLowerCase() ? 'x' : 'y'}`;
        return [everyday, everyday];
      }),
      ...Array.from(
        { length: 12 },
        (_, word) =>
          `word${String.fromCharCode(97 + word)}x${'abcdefghij'[(number * (word + 3)) % 10]}${'abcdefghij'[Math.floor(number / 10) % 10]}`,
      ),
      ...Array.from(
        { length: 12 },
        (_, word) =>
          `rare${String.fromCharCode(97 + word)}${'abcdefghij'[number % 10]}${'abcdefghij'[Math.floor(number / 10) % 10]}${'abcdefghij'[Math.floor(number / 100) % 10]}`,
      ),
    ].join(' '),
    firstPublishedAt: new Date(Date.UTC(2024, 0, 1) + number * 3_600_000),
  }),
);

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(content({ articles }));
  await store.client.$executeRaw`VACUUM ANALYZE`;
});
afterAll(() => store.close());

test.each([
  ['with tags and pins', 'story-0'],
  ['without tags', 'story-1'],
  ['of old', 'story-7'],
  ['that is the newest', `story-${STORIES - 1}`],
])('A story %s: what readers may go on to is read by index, and little of it', async (_, slug) => {
  const reads = await readsOf(store.url, () => findReadOn(slug, NOW, 4));
  const growing = reads.filter(({ table }) => GROWING.includes(table));
  expect(new Set(growing.map(({ table }) => table))).toEqual(new Set(GROWING));
  for (const { how } of growing) expect(how).toMatch(/Index|Bitmap Heap Scan/);
  expect(growing.reduce((sum, { buffers }) => sum + buffers, 0)).toBeLessThan(MOST_BUFFERS);
});

test('There are related stories to spread out, by tags and by words', async () => {
  for (const slug of ['story-0', 'story-1', `story-${STORIES - 1}`]) {
    expect((await findReadOn(slug, NOW, 4)).related, slug).toHaveLength(4);
  }
  const [first] = (await findReadOn('story-1', NOW, 4)).related;
  expect(first?.reason).toEqual({ kind: 'text' });
});
