import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchArticles, snippetParts } from './search-queries';
import { MOST_RANKED } from './search-statement';
import { article, content } from './testing/build-content';
import { NOW, openStore, type TestStore } from './testing/open-store';
import { asking } from './testing/search-question';

const many = Array.from({ length: 45 }, (_, index) =>
  article({ slug: `many-${index}`, bodyText: 'A lighthouse stands on the rock.' }),
);

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(
    content({
      articles: [
        article({ slug: 'in-body', bodyText: 'They spoke of several ceasefires in the valley.' }),
        article({ slug: 'in-headline', headline: 'A ceasefire at last', bodyText: 'It holds.' }),
        article({ slug: 'french', language: 'fr', bodyText: 'Les chevaux mangent des pommes.' }),
        article({ slug: 'welsh', language: 'cy', bodyText: 'Mae ceffylau yn y cae.' }),
        article({
          slug: 'set',
          headline: 'O’Brien’s ‘quiet’ deal of Dec.\u00a022',
          bodyText:
            'J.\u00a0K. Moor called it “slow and steady” in 2019–2021 – 5\u00a0km away… Tel. 555-0143.',
        }),
        article({
          slug: 'set-in-french',
          language: 'fr',
          bodyText: 'L’hiver\u202f! Un «\u202fmot juste\u202f», dit-elle\u00a0: rien.',
        }),
        article({ slug: 'accented', bodyText: 'A naïve café owner sang “zażółć gęślą jaźń”.' }),
        article({ slug: 'german', language: 'de', bodyText: 'Die Häuser der Straße.' }),
        article({ slug: 'with-accents', language: 'fr', bodyText: 'La négociation échoue.' }),
        ...many,
      ],
    }),
  );
});
afterAll(() => store.close());

async function slugs(query: string): Promise<string[]> {
  return (await searchArticles(asking(query), NOW, 1)).hits.map(({ trail }) => trail.slug);
}

test('A match in the headline comes before one in the body, whatever its form', async () => {
  expect(await slugs('ceasefire')).toEqual(['in-headline', 'in-body']);
});

test('Phrases, alternatives and exclusions are understood', async () => {
  expect(await slugs('"several ceasefires"')).toEqual(['in-body']);
  expect(await slugs('ceasefire -valley')).toEqual(['in-headline']);
  expect(await slugs('holds or valley')).toHaveLength(2);
});

test('Each story is asked in its own language', async () => {
  expect(await slugs('pomme')).toEqual(['french']);
  expect(await slugs('ceffylau')).toEqual(['welsh']);
});

test.each([
  "o'brien's",
  'O’Brien’s',
  'dec 22',
  '"Dec. 22"',
  'quiet deal',
  '"j. k. moor"',
  '"slow and steady"',
  '“slow and steady”',
  '2019-2021',
  '2019–2021',
  '2021',
  '"5 km away"',
  'km',
  '555-0143',
  '"steady in"',
])('What is set as in print is found however it is typed: %s', async (query) => {
  expect(await slugs(query)).toEqual(['set']);
});

test.each(["l'hiver", 'L’hiver', 'hiver', '"mot juste"', '« mot juste »', '«mot juste»', 'rien'])(
  'So it is in French: %s',
  async (query) => {
    expect(await slugs(query)).toEqual(['set-in-french']);
  },
);

test.each([
  ['naive cafe', ['accented']],
  ['NAÏVE CAFÉ', ['accented']],
  ['"zażółć gęślą"', ['accented']],
  ['zazolc', ['accented']],
  ['strasse', ['german']],
  ['Straße', ['german']],
  ['hauser', ['german']],
  ['negociation', ['with-accents']],
  ['négociations', ['with-accents']],
])('Accents are ignored: %s', async (query, found) => {
  expect(await slugs(query)).toEqual(found);
});

test('An accented word is marked as it is written', async () => {
  const { hits } = await searchArticles(asking('cafe'), NOW, 1);
  expect(hits[0]?.snippet.filter(({ hit }) => hit)).toEqual([{ text: 'café', hit: true }]);
});

test('No mark is left that a parser of another locale takes for a letter', async () => {
  const set = 'a“”„«»‘’‚‹›′″…–—\u00a0\u202fb 1914-18-20 c-d -5';
  const [row] = await store.client.$queryRaw<
    { text: string }[]
  >`SELECT search_text(${set}) AS text`;
  expect(row?.text).toBe(`a"""""            b 1914 18 20 c-d -5`);
});

test('The snippet marks what was found', async () => {
  const { hits } = await searchArticles(asking('valley'), NOW, 1);
  expect(hits[0]?.snippet).toEqual([
    { text: 'They spoke of several ceasefires in the ', hit: false },
    { text: 'valley', hit: true },
  ]);
});

test('Answers are paged, and each page knows how many there are', async () => {
  const pages = await Promise.all(
    [1, 2, 3, 4].map((page) => searchArticles(asking('lighthouse'), NOW, page)),
  );
  expect(pages.map(({ hits }) => hits.length)).toEqual([20, 20, 5, 0]);
  expect(pages.map(({ total }) => total)).toEqual([45, 45, 45, 45]);
  const all = pages.flatMap(({ hits }) => hits.map(({ trail }) => trail.slug));
  expect(new Set(all).size).toBe(45);
});

test.each(['', '   ', 'the', 'of and the', '-', '!!!', '""', '\u0000'])(
  'A question that says nothing (%j) has no answers',
  async (query) => {
    expect(await searchArticles(asking(query), NOW, 1)).toMatchObject({
      hits: [],
      total: 0,
      hasMore: false,
      respelt: null,
    });
  },
);

test.each([
  "'",
  '\\',
  'a & | ! ( ) : * <->',
  '\u0000valley',
  '\ud800',
  '‮',
  '%_',
  "'; DROP TABLE article",
])('Odd characters (%j) do no harm', async (query) => {
  await expect(searchArticles(asking(query), NOW, 1)).resolves.toBeDefined();
});

test('Marks become parts, and empty parts fall away', () => {
  expect(snippetParts('a \u0001b\u0002 c')).toEqual([
    { text: 'a ', hit: false },
    { text: 'b', hit: true },
    { text: ' c', hit: false },
  ]);
  expect(snippetParts('')).toEqual([]);
});

test('Of what is in very many stories the newest are ranked, and it is said that there are more', async () => {
  const day = 86_400_000;
  const articles = Array.from({ length: MOST_RANKED + 5 }, (_, index) =>
    article({
      slug: `day-${index}`,
      firstPublishedAt: new Date(NOW.getTime() - (index + 1) * day),
      headline: index > MOST_RANKED ? 'Harbour' : 'Another',
      bodyText: 'The harbour was open.',
    }),
  );
  await store.publish(content({ articles, isWhole: false }));
  const { hits, total, hasMore } = await searchArticles(asking('harbour'), NOW, 1);
  expect([total, hasMore, hits.length]).toEqual([MOST_RANKED, true, 20]);
  const last = await searchArticles(asking('harbour'), NOW, MOST_RANKED / 20);
  expect(last.hits.at(-1)?.trail.slug).toBe(`day-${MOST_RANKED - 1}`);
  expect((await searchArticles(asking('harbour'), NOW, MOST_RANKED / 20 + 1)).hits).toEqual([]);
});
