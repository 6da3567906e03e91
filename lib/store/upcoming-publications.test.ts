import { afterAll, beforeAll, expect, test } from 'vitest';
import { article, content } from './testing/build-content';
import { openStore, type TestStore } from './testing/open-store';

const day = (number: number) => new Date(Date.UTC(2035, 0, number));
const withdrawn = (at: Date) => ({ at, reason: 'It was wrong.' });

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(
    content({
      articles: [
        article({ slug: 'long-out' }),
        article({ slug: 'long-withdrawn', withdrawn: withdrawn(new Date('2025-02-01T00:00:00Z')) }),
        article({ slug: 'embargoed', embargoedUntil: day(2), tags: ['ukraine'] }),
        article({ slug: 'scheduled', section: 'politics', firstPublishedAt: day(4) }),
        article({ slug: 'comes-and-goes', firstPublishedAt: day(1), withdrawn: withdrawn(day(3)) }),
      ],
    }),
  );
});
afterAll(() => store.close());

type Upcoming = Readonly<{ at: Date; keys: readonly string[] }>;

async function listUpcoming(since: Date): Promise<readonly Upcoming[]> {
  return store.client.$queryRaw<Upcoming[]>`SELECT * FROM upcoming_publications(${since})`;
}

test('Stories that become visible or are withdrawn by themselves are told soonest first', async () => {
  const upcoming = await store.client.$queryRaw<Upcoming[]>`SELECT * FROM upcoming_publications()`;
  expect(upcoming.map(({ at }) => at)).toEqual([day(1), day(2), day(3), day(4)]);
});

test('They come with the keys of their pages', async () => {
  const [next] = await listUpcoming(day(1));
  const { id } = await store.client.article.findUniqueOrThrow({ where: { slug: 'embargoed' } });
  expect(next).toEqual({
    at: day(2),
    keys: [
      'archive',
      `article:${id}`,
      'author:world-desk',
      'corrections',
      'front',
      'missing',
      'search',
      'section:world',
      'sitemap:archive-2025',
      'sitemap:stories-1',
      'sitemaps',
      'tag:ukraine',
    ],
  });
});

test('What has happened by an instant is not told at that instant', async () => {
  expect((await listUpcoming(day(3))).map(({ at }) => at)).toEqual([day(4)]);
  expect(await listUpcoming(day(4))).toEqual([]);
});

test('There are at most 100', async () => {
  const articles = Array.from({ length: 150 }, (_, index) =>
    article({ slug: `future-${index}`, firstPublishedAt: day(100 + index) }),
  );
  await store.publish(content({ articles }));
  const upcoming = await listUpcoming(day(1));
  expect(upcoming).toHaveLength(100);
  expect(upcoming[0]?.at).toEqual(day(2));
});
