import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleDocument } from '@/lib/document/documents';
import { findVersionTexts, listVersions } from './history-queries';
import { article, author, content, imageOf, paragraph, picture } from './testing/build-content';
import { NOW, openStore, type TestStore } from './testing/open-store';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

const day = (number: number) => new Date(Date.UTC(2025, 1, number));
const photo = picture('photo');

/** The id of a story of which these were published, a day apart. */
async function publishAll(
  slug: string,
  versions: readonly Partial<ArticleDocument>[],
): Promise<string> {
  for (const [index, fields] of versions.entries()) {
    await store.publish(
      content({
        articles: [article({ slug, ...fields })],
        authors: [author('world-desk'), author('science-desk')],
        pictures: new Map([[photo.picture.hash, photo]]),
        isWhole: false,
      }),
      { now: day(index + 1) },
    );
  }
  const { id } = await store.client.article.findUniqueOrThrow({ where: { slug } });
  return id;
}

const revisionsOf = async (id: string) =>
  (await listVersions(id, NOW)).map(({ revision }) => revision);

test('drafts, embargoed texts and their words stay in the newsroom', async () => {
  const id = await publishAll('kept', [
    { draft: true, bodyText: 'A draft.' },
    { embargoedUntil: day(9), bodyText: 'Under embargo.' },
    { bodyText: 'For all.', changeNote: 'Freed.' },
    { embargoedUntil: new Date('2099-01-01'), bodyText: 'Secret again.', changeNote: 'Secret.' },
  ]);
  const versions = await listVersions(id, NOW);
  expect(versions).toMatchObject([{ number: 1, revision: 3, note: 'Freed.' }]);
  expect(await store.client.revision.count({ where: { articleId: id } })).toBe(4);
});

test.each<[string, Partial<ArticleDocument>]>([
  ['a headline', { headline: 'Another' }],
  ['a kicker', { kicker: 'New' }],
  ['a standfirst', { standfirst: 'It tells more.' }],
  ['an author', { authors: ['science-desk'] }],
  ['the text', { body: [paragraph('Other words.')] }],
  ['a correction', { corrections: [{ at: day(1), text: 'A name was misspelt.' }] }],
  ['a source', { sources: [{ name: 'AP', url: null, note: null }] }],
  ['a picture', { image: imageOf(photo) }],
])('%s makes another version', async (what, fields) => {
  const id = await publishAll(`another-${what.replaceAll(' ', '-')}`, [{}, fields]);
  expect(await revisionsOf(id)).toEqual([1, 2]);
});

test.each<[string, Partial<ArticleDocument>]>([
  ['a tag', { tags: ['ukraine'] }],
  ['a title for search engines', { seoTitle: 'Short' }],
  ['the way it is set', { body: [paragraph('He said “yes” – twice.')] }],
])('%s makes none', async (what, fields) => {
  const id = await publishAll(`same-${what.replaceAll(' ', '-')}`, [
    { body: [paragraph('He said "yes" -- twice.')] },
    { body: [paragraph('He said "yes" -- twice.')], ...fields },
  ]);
  expect(await store.client.revision.count({ where: { articleId: id } })).toBe(2);
  expect(await revisionsOf(id)).toEqual([2]);
});

test('a history longer than one statement is read to its end', async () => {
  const id = await publishAll('long', [{}]);
  const [first] = await store.client.revision.findMany({ where: { articleId: id } });
  if (first === undefined) throw new Error('nothing was published');
  await store.client.revision.createMany({
    data: Array.from({ length: 249 }, (_, index) => ({
      ...first,
      number: index + 2,
      document: { ...(first.document as object), headline: `Headline ${index + 2}` },
      publishedAt: new Date(first.publishedAt.getTime() + index + 1),
    })),
  });
  const versions = await listVersions(id, NOW);
  expect(versions.map(({ number }) => number)).toEqual(
    Array.from({ length: 250 }, (_, index) => index + 1),
  );
});

test('a version says all that readers read, under the names that authors have today', async () => {
  const id = await publishAll('whole', [
    {
      kicker: 'Kicker',
      image: { ...imageOf(photo), caption: 'A caption.' },
      body: [paragraph('One.'), paragraph('Two.')],
      corrections: [{ at: day(1), text: 'A name.' }],
      sources: [{ name: 'Reuters', url: null, note: 'On two things.' }],
    },
  ]);
  const renamed = author('world-desk', { name: 'World' });
  await store.publish(content({ authors: [renamed], isWhole: false }), { now: day(2) });
  expect((await findVersionTexts(id, [1])).get(1)).toEqual({
    language: 'en',
    kicker: 'Kicker',
    headline: 'Headline of whole',
    standfirst: 'What it tells.',
    authors: [{ slug: 'world-desk', name: 'World' }],
    picture: ['[What it shows.]', 'A caption.', '[PRISM News]'],
    body: ['One.', 'Two.'],
    corrections: ['A name.'],
    sources: ['Reuters', 'On two things.'],
  });
});

test('a version that an earlier release of the paper wrote can still be read', async () => {
  const id = await publishAll('old', [{ headline: 'New' }]);
  const [present] = await store.client.revision.findMany({ where: { articleId: id } });
  if (present === undefined) throw new Error('nothing was published');
  const { draft, changeNote, minor, reusesAddress, image, ...early } =
    present.document as unknown as ArticleDocument;
  const document = JSON.parse(JSON.stringify({ ...early, headline: 'Old' }));
  await store.client.revision.create({
    data: { ...present, number: 2, document, publishedAt: day(5) },
  });
  expect(await revisionsOf(id)).toEqual([1, 2]);
  expect((await findVersionTexts(id, [2])).get(2)?.headline).toBe('Old');
});
