import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findFront } from './front-queries';
import { listMostRead } from './most-read-queries';
import { article, content, section } from './testing/build-content';
import { readsOf } from './testing/explain-queries';
import { NOW, openStore, type TestStore } from './testing/open-store';

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);
/** `NOW` is noon: the beginning of its day, and of those before. */
const daysAgo = (days: number) => ago(days * 24 + 12);
const slugs = ['first', 'second', 'third', 'embargoed', 'withdrawn', 'goes', 'comes'];
const [SOON, UNKNOWN] = [ago(-2), '00000000-0000-7000-8000-00000000dead'];

const day = (number: number) => new Date(Date.UTC(2025, 0, number));
const world = [
  article({ slug: 'first', firstPublishedAt: day(1) }),
  article({ slug: 'second', firstPublishedAt: day(2) }),
  article({ slug: 'third', firstPublishedAt: day(3) }),
  article({ slug: 'embargoed', embargoedUntil: new Date('2025-07-01T00:00:00Z') }),
  article({ slug: 'withdrawn', withdrawn: { at: day(9), reason: 'It was wrong.' } }),
  article({
    slug: 'goes',
    firstPublishedAt: day(4),
    withdrawn: { at: SOON, reason: 'It was wrong.' },
  }),
  article({ slug: 'comes', embargoedUntil: SOON }),
];
const science = ['comet', 'fossil'].map((slug) => article({ slug, section: 'science' }));
const sections = [section('world'), section('science')];
const paper = content({ articles: [...world, ...science], sections });

let store: TestStore;
let ids: ReadonlyMap<string, string>;
beforeAll(async () => {
  store = await openStore();
  await store.publish(paper);
  const rows = await store.client.article.findMany({ select: { id: true, slug: true } });
  ids = new Map(rows.map(({ id, slug }) => [slug, id]));
});
afterAll(() => store.close());

const empty = () => store.client.reading.deleteMany();

type Counted = readonly [slug: string, hour: Date, readings: number];

async function add(counted: readonly Counted[], now = NOW): Promise<void> {
  const told = counted.map(([slug, hour, readings]) => ({
    ...{ id: ids.get(slug) ?? UNKNOWN, hour, readings },
  }));
  await store.client.$executeRaw`SELECT add_readings(${JSON.stringify(told)}::jsonb, ${now})`;
}

/** @param hours of the periods: 1 or 24 */
async function listReadings(hours = 1): Promise<readonly Counted[]> {
  const rows = await store.client.reading.findMany({ where: { hours } });
  const slugOf = new Map([...ids].map(([slug, id]) => [id, slug]));
  return rows
    .map(({ begins, articleId, readings }): Counted => {
      return [slugOf.get(articleId) ?? '?', begins, readings];
    })
    .sort((one, other) => Number(one[1]) - Number(other[1]) || one[0].localeCompare(other[0]));
}

const slugsOf = (stories: readonly Readonly<{ slug: string }>[]) => stories.map(({ slug }) => slug);

async function mostRead(now = NOW): Promise<Readonly<{ today: string[]; week: string[] }>> {
  const { today, week } = (await findFront(now, { newest: 1, ofSection: 1, mostRead: 5 })).mostRead;
  return { today: slugsOf(today), week: slugsOf(week) };
}

async function mostReadIn(slug: string): Promise<Readonly<{ today: string[]; week: string[] }>> {
  const { today, week } = await listMostRead(slug, NOW, 5);
  return { today: slugsOf(today), week: slugsOf(week) };
}

describe('Readings', () => {
  beforeEach(empty);

  test('are added to those of the same hour and of the same day', async () => {
    await add([
      ['first', ago(1), 3],
      ['second', ago(1), 1],
    ]);
    await add([
      ['first', ago(1), 4],
      ['first', ago(0), 5],
      ['first', ago(13), 6],
    ]);
    expect(await listReadings()).toEqual([
      ['first', ago(13), 6],
      ['first', ago(1), 7],
      ['second', ago(1), 1],
      ['first', ago(0), 5],
    ]);
    expect(await listReadings(24)).toEqual([
      ['first', daysAgo(1), 6],
      ['first', daysAgo(0), 12],
      ['second', daysAgo(0), 1],
    ]);
  });

  test('of a story that nobody knows are left out', async () => {
    await add([
      ['no-such-story', ago(1), 3],
      ['first', ago(1), 1],
    ]);
    expect(await listReadings()).toEqual([['first', ago(1), 1]]);
  });

  test('go after two days by the hour and after eight by the day, with the next that come', async () => {
    await add([['first', ago(0), 3]]);
    await add([['first', ago(-47), 2]], ago(-47));
    expect(await listReadings()).toHaveLength(2);
    await add([], ago(-49));
    expect(await listReadings()).toEqual([['first', ago(-47), 2]]);
    await add([], new Date(daysAgo(-8)));
    expect(await listReadings(24)).toEqual([
      ['first', daysAgo(0), 3],
      ['first', daysAgo(-2), 2],
    ]);
    await add([], new Date(daysAgo(-8).getTime() + 1));
    expect(await listReadings(24)).toEqual([['first', daysAgo(-2), 2]]);
  });

  test('that come too late for their hour are of their day, and too late for that of none', async () => {
    await add([
      ['first', ago(48), 1],
      ['first', ago(49), 1],
      ['second', daysAgo(7), 4],
      ['second', ago(8 * 24 + 13), 8],
    ]);
    expect(await listReadings()).toEqual([['first', ago(48), 1]]);
    expect(await listReadings(24)).toEqual([
      ['second', daysAgo(7), 4],
      ['first', daysAgo(2), 2],
    ]);
  });

  test('of an hour that has not begun are of the present one', async () => {
    await add([
      ['second', ago(-13), 2],
      ['second', ago(0), 3],
    ]);
    expect(await listReadings()).toEqual([['second', ago(0), 5]]);
    expect(await listReadings(24)).toEqual([['second', daysAgo(0), 5]]);
  });

  test('can be added by several at once, whatever order they tell them in', async () => {
    const told = slugs.map((slug): Counted => [slug, ago(1), 1]);
    const all = Array.from({ length: 20 }, (_, index) =>
      add(index % 2 === 0 ? told : [...told].reverse()),
    );
    await Promise.all(all);
    for (const hours of [1, 24]) {
      expect((await listReadings(hours)).map(([, , readings]) => readings)).toEqual(
        slugs.map(() => 20),
      );
    }
  });
});

describe('The most read of the day', () => {
  beforeEach(empty);

  test('are those of the last 24 hours, and a reading counts half as much every eight', async () => {
    await add([
      ['first', ago(23), 300],
      ['second', ago(8), 21],
      ['third', ago(0), 10],
      ['goes', ago(24), 5000],
    ]);
    expect((await mostRead()).today).toEqual(['first', 'second', 'third']);
    await add([['third', ago(0), 1]]);
    expect((await mostRead()).today).toEqual(['first', 'third', 'second']);
    expect((await mostRead(ago(-1))).today).toEqual(['third', 'second']);
  });

  test('come in the order of their weight, the newest first among equals', async () => {
    await add([
      ['first', ago(0), 20],
      ['second', ago(8), 40],
      ['third', ago(16), 40],
      ['third', ago(8), 18],
    ]);
    expect((await mostRead()).today).toEqual(['second', 'first', 'third']);
    await add([['third', ago(16), 4]]);
    expect((await mostRead()).today).toEqual(['third', 'second', 'first']);
  });

  test('were read ten times, however long ago', async () => {
    await add([
      ['first', ago(1), 9],
      ['second', ago(1), 5],
      ['second', ago(22), 5],
    ]);
    expect((await mostRead()).today).toEqual(['second']);
  });

  test('are never stories that readers may not see', async () => {
    await add(slugs.map((slug): Counted => [slug, ago(0), 50]));
    const seen = ['goes', 'third', 'second', 'first'];
    expect(await mostRead()).toEqual({ today: seen, week: seen });
    const soon = ['comes', 'third', 'second', 'first'];
    expect(await mostRead(SOON)).toEqual({ today: soon, week: soon });
  });
});

describe('The most read of the week', () => {
  beforeEach(empty);

  test('are those of the present day and the six before, and a reading counts half as much every two', async () => {
    await add([
      ['first', daysAgo(6), 81],
      ['second', daysAgo(2), 22],
      ['third', daysAgo(0), 10],
      ['goes', daysAgo(7), 5000],
    ]);
    expect((await mostRead()).today).toEqual(['third']);
    expect((await mostRead()).week).toEqual(['second', 'first', 'third']);
    await add([['third', daysAgo(0), 2]]);
    expect((await mostRead()).week).toEqual(['third', 'second', 'first']);
    expect((await mostRead(daysAgo(-1))).week).toEqual(['third', 'second']);
  });

  test('were read ten times', async () => {
    await add([
      ['first', daysAgo(1), 5],
      ['first', daysAgo(5), 5],
      ['second', daysAgo(1), 9],
    ]);
    expect((await mostRead()).week).toEqual(['first']);
  });
});

describe('The most read of a section', () => {
  beforeEach(empty);

  test('are its own, however much the others are read', async () => {
    await add([
      ['first', ago(0), 900],
      ['comet', ago(0), 11],
      ['fossil', daysAgo(3), 50],
    ]);
    expect(await mostReadIn('science')).toEqual({ today: ['comet'], week: ['fossil', 'comet'] });
    expect(await mostReadIn('world')).toEqual({ today: ['first'], week: ['first'] });
    expect(await mostReadIn('no-such-section')).toEqual({ today: [], week: [] });
  });

  test('are never stories that readers may not see', async () => {
    await add(slugs.map((slug): Counted => [slug, ago(0), 50]));
    const seen = ['goes', 'third', 'second', 'first'];
    expect(await mostReadIn('world')).toEqual({ today: seen, week: seen });
  });

  test('leave it with the story, which is listed in the other by what is read there', async () => {
    await add([
      ['comet', ago(1), 50],
      ['comet', ago(0), 20],
    ]);
    await store.publish({
      ...paper,
      articles: [...world, ...science.map((story) => article({ ...story, section: 'world' }))],
    });
    expect(await mostReadIn('science')).toEqual({ today: [], week: [] });
    expect(await mostReadIn('world')).toEqual({ today: [], week: [] });
    await add([['comet', ago(0), 1]]);
    expect(await mostReadIn('world')).toEqual({ today: ['comet'], week: ['comet'] });
    await store.publish(paper);
  });
});

describe('Where thousands of stories are read in every hour', () => {
  const [STORIES, READ] = [20_000, 3000];
  /** 8 KB pages of Postgres: one for each of fifty in 24 hours, and some on the way to each hour. */
  const MOST_BUFFERS = 1500;

  beforeAll(async () => {
    const { client } = store;
    await client.reading.deleteMany();
    // Of words there are none, nor of their indexes.
    await client.$executeRaw`
      DROP INDEX article_search_vector_idx, article_slug_trgm_idx, article_headline_trgm_idx`;
    await client.$executeRaw`
      INSERT INTO article (id, slug, section_id, headline, standfirst, language, body, body_text,
        word_count, first_published_at, content_updated_at, visible_from, content_hash, file)
      SELECT gen_random_uuid(), 'many-' || n, (SELECT id FROM section WHERE slug = 'world'), 'Many',
        'One.', 'en', '[]', '', 0, day, day, day, repeat('0', 64), 'many.md'
      FROM generate_series(1, ${STORIES}::int) n,
        LATERAL (SELECT timestamptz '2015-01-01Z' + n * interval '1 hour' AS day) published`;
    await client.$executeRaw`
      INSERT INTO reading (hours, begins, section_id, article_id, readings)
      SELECT hours, date_bin(hours * interval '1 hour', ${NOW}::timestamptz, 'epoch')
          - ago * hours * interval '1 hour',
        section_id, id, 20 + (number * (ago + 1)) % 50
      FROM (VALUES (1, 47), (24, 7)) AS period (hours, last)
      CROSS JOIN generate_series(0, last) ago
      CROSS JOIN (SELECT * FROM article WHERE slug LIKE 'many-%' LIMIT ${READ}) story`;
    await client.$executeRaw`ANALYZE article, reading`;
  });

  const lists: readonly (readonly [where: string, list: () => Promise<unknown>])[] = [
    ['the paper', () => findFront(NOW, { newest: 1, ofSection: 1, mostRead: 5 })],
    ['a section with all of them', () => listMostRead('world', NOW, 5)],
    ['a section with none of them', () => listMostRead('science', NOW, 5)],
  ];

  test.each(lists)('the most read of %s are found by index, in few steps', async (_, list) => {
    const reads = await readsOf(store.url, list);
    expect(reads.filter(({ table }) => table === 'reading')).toHaveLength(2);
    for (const { how, table, buffers } of reads) {
      if (table === 'reading') expect(how).toBe('Index Only Scan');
      if (table === 'article') expect(how).toMatch(/Index|Bitmap Heap Scan/);
      expect(buffers).toBeLessThan(MOST_BUFFERS);
    }
  });

  test('a section that is hardly read is not hidden by those that are', async () => {
    await add([['comet', ago(3), 10]]);
    expect(await mostReadIn('science')).toEqual({ today: ['comet'], week: ['comet'] });
  });
});
