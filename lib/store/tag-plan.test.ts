import { afterAll, beforeAll, expect, test } from 'vitest';
import { listTagTrails } from './list-queries';
import { countTagStories, listRelatedTags, listTagMonths, listVisibleTags } from './tag-queries';
import { article, content, tag } from './testing/build-content';
import { readsOf } from './testing/explain-queries';
import { NOW, openStore, type TestStore } from './testing/open-store';

const STORIES = 3_000;
const GROWING = new Set(['article', 'article_tag', 'article_tree', 'list_month']);
const every = { slug: 'every', includesChildren: false };
const tree = { slug: 'tree', includesChildren: true };

/** Every story has a tag that all have, one of two below a common one, and one of some. */
const articles = Array.from({ length: STORIES }, (_, number) =>
  article({
    slug: `story-${number}`,
    tags: ['every', number % 2 === 0 ? 'even' : 'odd', `some-${number % 40}`],
    firstPublishedAt: new Date(Date.UTC(2024, 0, 1) + number * 3_600_000),
  }),
);

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  const some = Array.from({ length: 40 }, (_, number) => tag(`some-${number}`));
  const below = ['even', 'odd'].map((slug) => tag(slug, { parent: 'tree' }));
  await store.publish(
    content({
      articles,
      tags: [tag('every'), tag('tree', { includesChildren: true }), ...below, ...some],
    }),
  );
  await store.client.$executeRaw`VACUUM ANALYZE`;
});
afterAll(() => store.close());

/** Buffers are of 8 KB, a read of the same one counted again; ten stories more or fewer change nothing. */
test.each([
  ['Related tags', 5_000, () => listRelatedTags(every, NOW, 8)],
  ['Related tags of a tag and its children', 5_000, () => listRelatedTags(tree, NOW, 8)],
  ['The months of a tag and its children', 20, () => listTagMonths(tree, NOW, 24)],
  ['All tags', 500, () => listVisibleTags(NOW)],
  ['The counts of tags', 500, () => countTagStories(articles[0]?.tags ?? [], NOW)],
  ['The first page of a tag and its children', 200, () => listTagTrails(tree, NOW, 1)],
  ['The last page', 200, () => listTagTrails(tree, NOW, STORIES / 20)],
  ['A page in the middle', 200, () => listTagTrails(tree, NOW, STORIES / 40)],
])('%s: no growing table is read whole', async (_, most, work) => {
  const growing = (await readsOf(store.url, work)).filter(({ table }) => GROWING.has(table));
  expect(growing).not.toEqual([]);
  for (const { how, table } of growing) expect(how, table).toMatch(/Index|Bitmap Heap Scan/);
  expect(growing.reduce((sum, { buffers }) => sum + buffers, 0)).toBeLessThan(most);
});
