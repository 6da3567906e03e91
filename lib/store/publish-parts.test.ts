import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShelf } from '@/lib/document/shelf';
import { article, content } from './testing/build-content';
import { listen } from './testing/listen';
import { NOW, openStore, type TestStore } from './testing/open-store';

/** More stories than are in memory together are published as one paper. */

const STORIES = 450;
const shelf = openShelf();
let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(async () => {
  await store.close();
  shelf.close();
});

const last = STORIES - 1;
const ids = Array.from(
  { length: STORIES },
  (_, index) => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
);
const idOf = (index: number) => ids.at(index) ?? null;
const stories = ids.map((id, index) =>
  article({
    id,
    slug: `story-${index}`,
    tags: ['all'],
    related: index === 0 ? [`story-${last}`] : [],
  }),
);
const slugsById = async () =>
  new Map(
    (await store.client.article.findMany({ select: { id: true, slug: true } })).map(
      ({ id, slug }) => [id, slug],
    ),
  );

test('Stories in different parts may pin one another', async () => {
  const steps: string[] = [];
  const { articles } = await store.publish(content({ articles: stories }), {
    shelf,
    onProgress: (done, all) => steps.push(`${done}/${all}`),
  });
  expect([...articles.created]).toEqual(stories.map(({ slug }) => slug));
  expect(articles.keys).toEqual(['*']);
  expect(steps).toEqual(['200/450', '400/450', '450/450']);
  expect(await store.client.relatedPin.findMany()).toMatchObject([
    { articleId: idOf(0), relatedId: idOf(last) },
  ]);
});

test('Stories in different parts may change slugs with one another', async () => {
  const swapped = stories.map((story, index) => {
    const other = index === 0 ? last : 0;
    return index === 0 || index === last
      ? article({ ...story, slug: `story-${other}`, related: [], reusesAddress: true })
      : article({ ...story, headline: `${story.headline}, again` });
  });
  const { articles } = await store.publish(content({ articles: swapped }), { shelf });
  expect([...articles.renamed]).toEqual([
    { from: 'story-0', to: `story-${last}` },
    { from: `story-${last}`, to: 'story-0' },
  ]);
  expect(articles.updated.length).toBe(STORIES - 2);
  const slugs = await slugsById();
  expect([slugs.get(ids.at(0) ?? ''), slugs.get(ids.at(-1) ?? '')]).toEqual([
    `story-${last}`,
    'story-0',
  ]);
  expect(await store.client.oldSlug.count()).toBe(0);
});

test('A story that leaves an address which another takes later is told of at both instants', async () => {
  const pushTo = [{ protocol: 'indexnow', url: 'https://push.example/', key: 'abcdefgh' } as const];
  const later = new Date(NOW.getTime() + 60_000);
  const back = stories.map((story, index) => {
    if (index === last) return article({ ...story, reusesAddress: true });
    return index === 0
      ? article({ ...story, related: [], reusesAddress: true, embargoedUntil: later })
      : story;
  });
  const { articles } = await store.publish(content({ articles: back }), { shelf, pushTo });
  expect(articles.renamed.length).toBe(2);
  const plans = await store.client.outbox.findMany({ where: { dueAt: later } });
  expect(plans.map(({ subject }) => subject)).toEqual(['/world/story-0']);
  expect(await store.client.outbox.count()).toBe(STORIES + 1);
});

test('Stories of several parts are taken back together', async () => {
  const listener = await listen(store.url);
  const rest = content({ articles: stories.slice(1, 11) });
  const kept = await store.publish(rest, { shelf });
  expect([kept.articles.missing.length, kept.articles.unchanged.length]).toEqual([
    STORIES - 10,
    10,
  ]);
  const { articles } = await store.publish(rest, { shelf, withdrawMissing: 'It was a test.' });
  expect([articles.missing.length, articles.withdrawn.length]).toEqual([0, STORIES - 10]);
  expect(await store.client.article.count({ where: { withdrawnAt: NOW } })).toBe(STORIES - 10);
  expect((await listener.heard()).flatMap(({ keys }) => keys)).toEqual(['*']);
  await listener.close();
});
