import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from './client';
import { Prisma } from './generated/client';
import { searchArticles } from './search-queries';
import { article, content, section, tag } from './testing/build-content';
import { NOW, openStore, type TestStore } from './testing/open-store';
import { asking } from './testing/search-question';
import { OutOfTime, withinBudget } from './within-budget';

const at = (iso: string) => new Date(iso);

const paper = content({
  sections: [section('world'), section('politics')],
  tags: [
    tag('treaties'),
    tag('arms', { includesChildren: true, aliases: ['weapons'] }),
    tag('missiles', { parent: 'arms' }),
  ],
  articles: [
    article({
      slug: 'newest',
      section: 'politics',
      tags: ['treaties'],
      firstPublishedAt: at('2025-03-02T23:59:59Z'),
      bodyText: 'A harbour, and once more a harbour: diplomacy by the water.',
    }),
    article({
      slug: 'middle',
      tags: ['arms', 'missiles'],
      firstPublishedAt: at('2025-02-01T00:00:00Z'),
      headline: 'The harbour',
      bodyText: 'Harbour, harbour, harbour.',
    }),
    article({
      slug: 'oldest',
      tags: ['missiles'],
      firstPublishedAt: at('2025-01-01T08:00:00Z'),
      bodyText: 'Of a harbour nobody spoke. Negotiations were slow.',
    }),
    article({
      slug: 'embargoed',
      embargoedUntil: at('2026-01-01T00:00:00Z'),
      bodyText: 'Zugzwang.',
    }),
    article({ slug: 'draft', draft: true, bodyText: 'Kaleidoscope.' }),
    article({
      slug: 'withdrawn',
      bodyText: 'Quicksilver.',
      withdrawn: { at: at('2025-05-01T00:00:00Z'), reason: 'It was wrong.' },
    }),
  ],
});

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(paper);
});
afterAll(() => store.close());

async function search(...args: Parameters<typeof asking>) {
  const found = await searchArticles(asking(...args), NOW, 1);
  return { ...found, slugs: found.hits.map(({ trail }) => trail.slug) };
}

describe('Answers', () => {
  test('come best first, or newest first', async () => {
    expect((await search('harbour')).slugs).toEqual(['middle', 'newest', 'oldest']);
    const byDate = await search('harbour', { order: 'date' });
    expect(byDate.slugs).toEqual(['newest', 'middle', 'oldest']);
  });

  test('are of one section, or of one tag, its alias and its children', async () => {
    const inWorld = await search('harbour', { section: 'world' });
    expect([inWorld.slugs, inWorld.section]).toEqual([
      ...[['middle', 'oldest'], { slug: 'world', name: 'Section world' }],
    ]);
    expect((await search('harbour', { tag: 'missiles' })).slugs).toEqual(['middle', 'oldest']);
    const arms = await search('harbour', { tag: 'weapons' });
    expect([arms.slugs, arms.total, arms.tag]).toEqual([
      ...[['middle', 'oldest'], 2, { slug: 'arms', name: 'Tag arms' }],
    ]);
    expect((await search('harbour', { tag: 'treaties', section: 'world' })).slugs).toEqual([]);
  });

  test('are of whole days, both ends included', async () => {
    const between = (from: string, until: string) =>
      search('harbour', { from: at(`${from}T00:00:00Z`), until: at(`${until}T00:00:00Z`) });
    expect((await between('2025-02-01', '2025-03-03')).slugs).toEqual(['middle', 'newest']);
    expect((await between('2025-02-02', '2025-03-02')).slugs).toEqual([]);
    expect((await search('harbour', { until: at('2025-02-01T00:00:00Z') })).slugs).toEqual([
      'oldest',
    ]);
  });

  test('leave a filter out that names nothing', async () => {
    const found = await search('harbour', { section: 'wolrd', tag: 'nothing' });
    expect([found.total, found.section, found.tag]).toEqual([3, null, null]);
  });

  test('are counted in the whole paper when a filter leaves none', async () => {
    const found = await search('negotiations', { section: 'politics' });
    expect(found).toMatchObject({
      ...{ total: 0, elsewhere: { stories: 1, orMore: false }, respelt: null },
    });
    expect((await search('zugzwang', { section: 'politics' })).elsewhere).toBeNull();
  });
});

describe('The last word', () => {
  test('also finds what begins with it, if nothing is it', async () => {
    const found = await search('diplom');
    expect([found.slugs, found.by]).toEqual([['newest'], 'beginning']);
    expect(found.hits[0]?.snippet).toContainEqual({ text: 'diplomacy', hit: true });
    expect((await search('water diplom')).slugs).toEqual(['newest']);
    expect((await search('nowhere or diplom')).slugs).toEqual(['newest']);
    expect((await search('DÍPLOM')).slugs).toEqual(['newest']);
  });

  test('is asked as it stands first', async () => {
    expect((await search('harbour')).by).toBe('words');
  });

  test.each(['"diplom"', '"water diplom', 'di', 'diplom water'])(
    'of %s begins nothing',
    async (words) => {
      expect((await search(words)).slugs).toEqual([]);
    },
  );

  test('begins nothing that is excluded, or that readers cannot see', async () => {
    expect((await search('harbour -diplom')).by).toBe('words');
    for (const hidden of ['zugz', 'kaleid', 'quicks']) {
      expect((await search(hidden)).slugs).toEqual([]);
    }
  });
});

describe('What was perhaps meant', () => {
  test.each([
    ['harbuor', 'harbour'],
    ['hrbour', 'harbour'],
    ['Diplomcy', 'diplomacy'],
    ['negociations', 'negotiations'],
    ['"harbuor nobdy"', '"harbour nobody"'],
    ['-zzz harbuor', '-zzz harbour'],
    ['negotiatio', 'negotiations'],
  ])('by %s is %s', async (words, respelt) => {
    const found = await search(words);
    expect([found.total, found.respelt]).toEqual([0, respelt]);
    expect((await search(respelt)).total, 'and that has answers').toBeGreaterThan(0);
  });

  const misspelt = [
    ['zugzwagn', 'zugzwang'],
    ['kaleidoscoep', 'kaleidoscope'],
    ['quicksilvr', 'quicksilver'],
  ] as const;

  test.each(misspelt)('by %s is nothing that readers cannot see', async (words, hidden) => {
    expect((await search(words)).respelt).toBeNull();
    expect((await search(`${hidden} or harbuor`)).respelt, 'nor is it known').toBeNull();
    expect(await store.client.word.findMany({ where: { word: hidden } })).toEqual([]);
  });

  test('is no word of a story that was taken back since', async () => {
    const withdrawn = { at: at('2025-05-01T00:00:00Z'), reason: 'It was wrong.' };
    const gone = (fields: Parameters<typeof article>[0]) =>
      store.publish(content({ articles: [article(fields)], isWhole: false }));
    await gone({ slug: 'gone', bodyText: 'Whatchamacallit.' });
    expect((await search('whatchamacalit')).respelt).toBe('whatchamacallit');
    await gone({ slug: 'gone', bodyText: 'Whatchamacallit.', withdrawn });
    expect((await search('whatchamacalit')).respelt).toBeNull();
  });

  test('is a word of an embargoed story when that is over and something is published', async () => {
    const now = at('2026-01-02T00:00:00Z');
    const later = async () => (await searchArticles(asking('zugzwagn'), now, 1)).respelt;
    expect(await later()).toBeNull();
    const other = article({ slug: 'other', bodyText: 'Nothing of note.' });
    await store.publish(content({ articles: [other], isWhole: false }), { now });
    expect(await later()).toBe('zugzwang');
  });

  test('has answers where it was asked', async () => {
    expect((await search('negotatons', { section: 'politics' })).respelt).toBeNull();
    expect((await search('negotatons', { section: 'world' })).respelt).toBe('negotiations');
  });

  test.each(['xyzzyplugh', 'of', '-harbuor', '12345'])('by %s is not known', async (words) => {
    expect((await search(words)).respelt).toBeNull();
  });
});

describe('A search that takes too long', () => {
  test('is given up', async () => {
    await expect(searchArticles(asking('harbour'), NOW, 1, 0)).rejects.toThrow(OutOfTime);
  });

  test('is given up by the database itself, which does the next one', async () => {
    const slow = withinBudget(50, (ask) => ask(Prisma.sql`SELECT pg_sleep(600)::text`));
    await expect(slow).rejects.toThrow(OutOfTime);
    const [left] = await store.client.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE '%pg_sleep(600)%' AND state = 'active'
        AND pid <> pg_backend_pid()`;
    expect(left?.count).toBe(0);
    const [timeout] = await database().$queryRaw<{ statement_timeout: string }[]>`
      SHOW statement_timeout`;
    expect(timeout?.statement_timeout, 'of all other queries').toBe('10s');
    expect((await search('harbour')).total).toBe(3);
  });

  test('tells the database what is left of its budget, before each statement', async () => {
    const told = await withinBudget(1_500, async (ask) => {
      const tell = Prisma.sql`
        SELECT setting::int AS milliseconds FROM pg_settings WHERE name = 'statement_timeout'`;
      const [first] = await ask<{ milliseconds: number }>(tell);
      await ask(Prisma.sql`SELECT pg_sleep(0.1)::text`);
      const [second] = await ask<{ milliseconds: number }>(tell);
      return [first?.milliseconds ?? 0, second?.milliseconds ?? 0] as const;
    });
    expect(told[0]).toBeLessThanOrEqual(1_500);
    expect(told[1]).toBeLessThanOrEqual(told[0] - 100);
    expect(told[1]).toBeGreaterThan(0);
  });

  test('has one budget for all its statements', async () => {
    let asked = 0;
    const endless = withinBudget(200, async (ask) => {
      for (; ; asked += 1) await ask(Prisma.sql`SELECT pg_sleep(0.06)::text`);
    });
    await expect(endless).rejects.toThrow(OutOfTime);
    expect(asked).toBeLessThan(5);
  });

  test('is no other failure: one that is a fault stays one', async () => {
    const wrong = withinBudget(1_000, (ask) => ask(Prisma.sql`SELECT nothing_there`));
    await expect(wrong).rejects.not.toThrow(OutOfTime);
  });
});
