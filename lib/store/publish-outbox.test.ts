import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleDocument } from '@/lib/document/documents';
import { markSent, postpone, takeDue } from './outbox';
import { article, content } from './testing/build-content';
import { NOW, openStore, type TestStore } from './testing/open-store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const search = { protocol: 'indexnow', url: 'https://search.example/', key: '12345678' } as const;
const hub = { protocol: 'websub', url: 'https://hub.example/' } as const;
const EMBARGO = new Date('2025-07-01T00:00:00Z');
const LATER = new Date('2025-07-02T00:00:00Z');

type Fields = Partial<ArticleDocument> & Readonly<{ slug: string }>;

function publish(stories: readonly Fields[], options: Parameters<TestStore['publish']>[1] = {}) {
  return store.publish(content({ articles: stories.map(article) }), {
    pushTo: [search],
    ...options,
  });
}

/** What waits: subject, and the instant where that is ahead. */
async function waiting(target: string = search.url) {
  const rows = await store.client.outbox.findMany({
    where: { target, state: 'waiting' },
    orderBy: [{ subject: 'asc' }, { dueAt: 'asc' }],
  });
  return rows.map(({ subject, dueAt }) =>
    dueAt > NOW ? `${subject} ${dueAt.toISOString().slice(0, 10)}` : subject,
  );
}

test('Nothing is written unless somebody is to be told', async () => {
  await publish([{ slug: 'story' }], { pushTo: [] });
  expect(await store.client.outbox.count()).toBe(0);
});

test('A dry run writes nothing, and nor does a run that fails', async () => {
  await publish([{ slug: 'story' }], { dryRun: true });
  const wrong = { slug: 'wrong', contentUpdatedAt: new Date('2024-01-01T00:00:00Z') };
  await expect(publish([{ slug: 'story' }, wrong])).rejects.toThrow();
  expect(await store.client.outbox.count()).toBe(0);
});

test('What goes wrong after the outbox is written takes the outbox back as well', async () => {
  const articles = [article({ slug: 'story' })];
  const broken = { ...content({ articles }), front: { lead: 'nowhere', featured: [] } };
  await expect(store.publish(broken, { pushTo: [search] })).rejects.toThrow();
  expect(await store.client.outbox.count()).toBe(0);
});

test('Stories that changed are told of, and no others', async () => {
  await publish([{ slug: 'one' }, { slug: 'two' }]);
  await store.client.outbox.deleteMany();
  await publish([{ slug: 'one', headline: 'Better' }, { slug: 'two' }]);
  expect(await waiting()).toEqual(['/world/one']);
});

test('A hub is told of every feed that a story is in, and of those that it left', async () => {
  const pushTo = [hub];
  await publish([{ slug: 'story', tags: ['ukraine'] }], { pushTo });
  const homes = (found: readonly string[]) =>
    found.filter((path) => path.endsWith('/feed.xml')).map((path) => path.slice(0, -9));
  expect(await waiting(hub.url)).toHaveLength(12);
  expect(homes(await waiting(hub.url))).toEqual([
    '/author/world-desk',
    '',
    '/tag/ukraine',
    '/world',
  ]);
  await store.client.outbox.deleteMany();
  await publish([{ slug: 'story', section: 'politics' }], { pushTo });
  expect(homes(await waiting(hub.url))).toEqual([
    '/author/world-desk',
    '',
    '/politics',
    '/tag/ukraine',
    '/world',
  ]);
});

test('What waits already is not written twice', async () => {
  await publish([{ slug: 'story' }, { slug: 'ahead', embargoedUntil: EMBARGO }]);
  await publish([
    { slug: 'story', headline: 'Better' },
    { slug: 'ahead', headline: 'Better', embargoedUntil: EMBARGO },
  ]);
  const stories = [{ slug: 'story' }, { slug: 'ahead', embargoedUntil: EMBARGO }];
  await publish(stories, { now: new Date(NOW.getTime() + 1_000) });
  expect(await waiting()).toEqual(['/world/ahead 2025-07-01', '/world/story']);
});

test('A story renamed is told of at both addresses', async () => {
  await publish([{ slug: 'story' }]);
  await store.client.outbox.deleteMany();
  await publish([{ slug: 'named-better', aliases: ['story'] }]);
  expect(await waiting()).toEqual(['/world/named-better', '/world/story']);
});

test('A story withdrawn is told of, at once or when that will be', async () => {
  await publish([{ slug: 'now' }, { slug: 'later' }]);
  await store.client.outbox.deleteMany();
  const reason = 'It was wrong.';
  await publish([
    { slug: 'now', withdrawn: { at: new Date('2025-05-01T00:00:00Z'), reason } },
    { slug: 'later', withdrawn: { at: LATER, reason } },
  ]);
  expect(await waiting()).toEqual(['/world/later', '/world/later 2025-07-02', '/world/now']);
});

test.each([
  ['lasts longer', { embargoedUntil: LATER }, ['/world/secret 2025-07-02']],
  ['is lifted', {}, ['/world/secret']],
  [
    'goes on at another address',
    { slug: 'another', aliases: ['secret'], embargoedUntil: EMBARGO },
    ['/world/another 2025-07-01'],
  ],
])('An embargo that %s takes its row along', async (_, fields, expected) => {
  await publish([{ slug: 'secret', embargoedUntil: EMBARGO }]);
  await publish([{ slug: 'secret', ...fields }]);
  expect(await waiting()).toEqual(expected);
});

test('Who publishes without telling anybody takes back what is true no more', async () => {
  await publish([{ slug: 'secret', embargoedUntil: EMBARGO }]);
  await publish([{ slug: 'secret', embargoedUntil: LATER }], { pushTo: [] });
  expect(await waiting()).toEqual([]);
});

test('What changes while it is being sent is sent once more', async () => {
  await publish([{ slug: 'story' }]);
  const taken = await takeDue(store.client, search.url, NOW, 10);
  await publish([{ slug: 'story', headline: 'Better' }]);
  await markSent(store.client, taken, NOW);
  expect(await waiting()).toEqual(['/world/story']);
  await markSent(store.client, await takeDue(store.client, search.url, NOW, 10), NOW);
  expect(await waiting()).toEqual([]);
});

test('Who sends does not wait for who publishes, and what is being published stays', async () => {
  await publish([{ slug: 'story' }]);
  const taken = await takeDue(store.client, search.url, NOW, 10);
  await store.client.$transaction(async (publishing) => {
    await publishing.$executeRaw`UPDATE outbox SET asked = asked + 1`;
    await markSent(store.client, taken, NOW);
  });
  expect(await waiting()).toEqual(['/world/story']);
});

test('A publication while a host is left alone does not end its rest', async () => {
  await publish([{ slug: 'story' }]);
  const retryAt = new Date(NOW.getTime() + 60_000);
  const given = { now: NOW, retryAt, failure: '503', mostAttempts: 5 };
  await postpone(store.client, search.url, given);
  await publish([{ slug: 'story', headline: 'Better' }, { slug: 'other' }]);
  expect(await takeDue(store.client, search.url, NOW, 10)).toEqual([]);
  const rested = await takeDue(store.client, search.url, retryAt, 10);
  expect(rested.map(({ subject, attempts }) => [subject, attempts])).toEqual([
    ['/world/story', 1],
    ['/world/other', 0],
  ]);
});

test('What was given up is tried again when it is published again', async () => {
  await publish([{ slug: 'story' }]);
  const given = { now: NOW, retryAt: LATER, failure: '503', mostAttempts: 1 };
  expect(await postpone(store.client, search.url, given)).toBe(1);
  expect(await takeDue(store.client, search.url, LATER, 10)).toEqual([]);
  await publish([{ slug: 'story', headline: 'Better' }]);
  expect(await takeDue(store.client, search.url, NOW, 10)).toMatchObject([{ attempts: 0 }]);
});

test('Of two clocks, the slower one says when an embargo ends', async () => {
  const ahead = new Date(Date.now() + 3_600_000);
  await publish([{ slug: 'secret', embargoedUntil: ahead }]);
  const fast = new Date(ahead.getTime() + 1);
  expect(await takeDue(store.client, search.url, fast, 10)).toEqual([]);
});
