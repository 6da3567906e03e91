import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findFront } from './front-queries';
import { article, content } from './testing/build-content';
import { NOW, openStore, type TestStore } from './testing/open-store';

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);
const slugs = ['first', 'second', 'third', 'embargoed', 'withdrawn', 'goes', 'comes'];
const [SOON, UNKNOWN] = [ago(-2), '00000000-0000-7000-8000-00000000dead'];

let store: TestStore;
let ids: ReadonlyMap<string, string>;
beforeAll(async () => {
  store = await openStore();
  const day = (number: number) => new Date(Date.UTC(2025, 0, number));
  await store.publish(
    content({
      articles: [
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
      ],
    }),
  );
  const rows = await store.client.article.findMany({ select: { id: true, slug: true } });
  ids = new Map(rows.map(({ id, slug }) => [slug, id]));
});
beforeEach(() => store.client.reading.deleteMany());
afterAll(() => store.close());

type Counted = readonly [slug: string, hour: Date, readings: number];

async function add(counted: readonly Counted[], now = NOW): Promise<void> {
  const told = counted.map(([slug, hour, readings]) => ({
    ...{ id: ids.get(slug) ?? UNKNOWN, hour, readings },
  }));
  await store.client.$executeRaw`SELECT add_readings(${JSON.stringify(told)}::jsonb, ${now})`;
}

async function listReadings(): Promise<readonly Counted[]> {
  const rows = await store.client.reading.findMany({ orderBy: [{ hour: 'asc' }] });
  const slugOf = new Map([...ids].map(([slug, id]) => [id, slug]));
  return rows
    .map(({ hour, articleId, readings }): Counted => {
      return [slugOf.get(articleId) ?? '?', hour, readings];
    })
    .sort((one, other) => Number(one[1]) - Number(other[1]) || one[0].localeCompare(other[0]));
}

async function mostRead(now = NOW): Promise<readonly string[]> {
  const front = await findFront(now, { newest: 1, ofSection: 1, mostRead: 5 });
  return front.mostRead.map(({ slug }) => slug);
}

describe('Readings', () => {
  test('are added to those of the same hour', async () => {
    await add([
      ['first', ago(1), 3],
      ['second', ago(1), 1],
    ]);
    await add([
      ['first', ago(1), 4],
      ['first', ago(0), 5],
    ]);
    expect(await listReadings()).toEqual([
      ['first', ago(1), 7],
      ['second', ago(1), 1],
      ['first', ago(0), 5],
    ]);
  });

  test('of a story that nobody knows are left out', async () => {
    await add([
      ['no-such-story', ago(1), 3],
      ['first', ago(1), 1],
    ]);
    expect(await listReadings()).toEqual([['first', ago(1), 1]]);
  });

  test('go after two days, with the next that come', async () => {
    await add([['first', ago(0), 3]]);
    await add([['first', ago(-47), 2]], ago(-47));
    expect(await listReadings()).toHaveLength(2);
    await add([], ago(-49));
    expect(await listReadings()).toEqual([['first', ago(-47), 2]]);
  });

  test('that come too late are left out, those of an hour that has not begun are of the present one', async () => {
    await add([
      ['first', ago(49), 1],
      ['second', ago(-1), 2],
      ['second', ago(0), 3],
    ]);
    expect(await listReadings()).toEqual([['second', ago(0), 5]]);
  });

  test('can be added by several at once, whatever order they tell them in', async () => {
    const told = slugs.map((slug): Counted => [slug, ago(1), 1]);
    const all = Array.from({ length: 20 }, (_, index) =>
      add(index % 2 === 0 ? told : [...told].reverse()),
    );
    await Promise.all(all);
    expect((await listReadings()).map(([, , readings]) => readings)).toEqual(slugs.map(() => 20));
  });
});

describe('The most read', () => {
  test('are those of the last day, the last six hours counting double', async () => {
    await add([
      ['first', ago(23), 60],
      ['second', ago(5), 31],
      ['third', ago(24), 500],
    ]);
    expect(await mostRead()).toEqual(['second', 'first']);
    expect(await mostRead(ago(-1))).toEqual(['second']);
  });

  test('come in the order of their weight, the newest first among equals', async () => {
    await add([
      ['first', ago(1), 20],
      ['second', ago(8), 40],
      ['third', ago(8), 10],
      ['third', ago(2), 14],
    ]);
    expect(await mostRead()).toEqual(['second', 'first', 'third']);
    await add([['third', ago(0), 1]]);
    expect(await mostRead()).toEqual(['third', 'second', 'first']);
  });

  test('were read ten times', async () => {
    await add([
      ['first', ago(1), 9],
      ['second', ago(1), 5],
      ['second', ago(9), 5],
    ]);
    expect(await mostRead()).toEqual(['second']);
  });

  test('are never stories that readers may not see', async () => {
    await add(slugs.map((slug): Counted => [slug, ago(0), 50]));
    expect(await mostRead()).toEqual(['goes', 'third', 'second', 'first']);
    expect(await mostRead(SOON)).toEqual(['comes', 'third', 'second', 'first']);
  });
});
