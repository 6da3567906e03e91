import { afterAll, beforeAll, expect, test } from 'vitest';
import { article, content, tag } from '@/lib/store/testing/build-content';
import { NOW, openStore, type TestStore } from '@/lib/store/testing/open-store';
import { loadTagsPage, tagsPerPage } from './tags-page';

const EMBARGO_ENDS = new Date('2099-01-01T00:00:00Z');
/** As many as fill a page and a half, all with A but for two; four more that have no story to be seen. */
const many = Array.from({ length: tagsPerPage * 1.5 }, (_, number) => `a-${number}`);
const named: readonly (readonly [slug: string, name: string])[] = [
  ['elysee', 'Élysée'],
  ['kyiv', 'Київ'],
];
const withdrawn = { at: new Date('2025-02-01T00:00:00Z'), reason: 'It was wrong.' };

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  const slugs = [...many, ...named.map(([slug]) => slug)];
  const stories = Array.from({ length: Math.ceil(slugs.length / 50) }, (_, index) =>
    article({ slug: `story-${index}`, tags: slugs.slice(index * 50, index * 50 + 50) }),
  );
  await store.publish(
    content({
      articles: [
        ...stories,
        article({ slug: 'more', tags: ['kyiv'] }),
        article({ slug: 'held', tags: ['secret', 'kyiv'], embargoedUntil: EMBARGO_ENDS }),
        article({ slug: 'draft', tags: ['unwritten'], draft: true }),
        article({ slug: 'gone', tags: ['scandal', 'kyiv'], withdrawn }),
      ],
      tags: [
        ...many.map((slug) => tag(slug, { name: `Affair ${slug}` })),
        ...named.map(([slug, name]) => tag(slug, { name })),
        ...['secret', 'unwritten', 'scandal', 'unused'].map((slug) => tag(slug)),
      ],
    }),
  );
});
afterAll(() => store.close());

async function pageAt(number: number, now = NOW) {
  const page = await loadTagsPage(number, now);
  if (page === null) throw new Error(`no page ${number}`);
  return page;
}

test('Every tag with a story that can be seen stands once under its letter, over several pages', async () => {
  const [first, second] = [await pageAt(1), await pageAt(2)];
  expect(first.groups.map(({ id, title, tags }) => [id, title, tags.length])).toEqual([
    ['a', 'A', tagsPerPage],
  ]);
  expect(second.groups.map(({ id, title, tags }) => [id, title, tags.length])).toEqual([
    [null, 'A', tagsPerPage / 2],
    ['e', 'E', 1],
    ['others', 'Other scripts', 1],
  ]);
  const all = [first, second].flatMap(({ groups }) => groups.flatMap(({ tags }) => tags));
  expect(new Set(all.map(({ href }) => href)).size).toBe(many.length + named.length);
  expect(await loadTagsPage(3, NOW)).toBeNull();
  expect(await loadTagsPage(null, NOW)).toBeNull();
});

test('Each letter is led to on the page where it begins', async () => {
  for (const number of [1, 2]) {
    expect((await pageAt(number)).letters).toEqual([
      { href: '/tags#a', text: 'A' },
      { href: '/tags?page=2#e', text: 'E' },
      { href: '/tags?page=2#others', text: 'Other scripts' },
    ]);
  }
});

test('Numbers of stories are of those that can be seen as of now', async () => {
  const kyiv = async (now: Date) =>
    (await pageAt(2, now)).groups.at(-1)?.tags.find(({ href }) => href === '/tag/kyiv')?.count;
  expect(await kyiv(NOW)).toBe(2);
  expect(await kyiv(EMBARGO_ENDS)).toBe(3);
  const later = (await pageAt(2, EMBARGO_ENDS)).groups.flatMap(({ tags }) => tags);
  expect(later).toContainEqual({ href: '/tag/secret', text: 'Tag secret', count: 1 });
});

test('What is used most lately stands on the first page alone, which is the address without a number', async () => {
  const [first, second] = [await pageAt(1), await pageAt(2)];
  expect(first.lately[0]).toEqual({ href: '/tag/kyiv', text: 'Київ' });
  expect(second.lately).toEqual([]);
  expect(first.head.canonicalUrl).toMatch(/\/tags$/);
  expect(second.head.canonicalUrl).toMatch(/\/tags\?page=2$/);
});
