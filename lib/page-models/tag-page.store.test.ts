import { afterAll, beforeAll, expect, test } from 'vitest';
import { listSitemapNames } from '@/lib/store/sitemap-queries';
import { article, content, tag } from '@/lib/store/testing/build-content';
import { NOW, openStore, type TestStore } from '@/lib/store/testing/open-store';
import { loadTagFeed } from './feed';
import { loadTagPage } from './tag-page';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(
    content({
      articles: [
        article({ slug: 'of-both', tags: ['kyiv', 'lviv'] }),
        article({ slug: 'of-the-child', tags: ['kyiv'] }),
        article({ slug: 'of-none' }),
        ...Array.from({ length: 21 }, (_, n) =>
          article({
            slug: `war-${n}`,
            tags: n < 5 ? ['war', 'arms'] : ['war'],
            firstPublishedAt: new Date(Date.UTC(2024, n < 10 ? 1 : n < 20 ? 3 : 4, 1)),
          }),
        ),
        ...Array.from({ length: 30 }, (_, n) => article({ slug: `other-${n}` })),
      ],
      tags: [
        tag('ukraine', { includesChildren: true }),
        tag('cities'),
        tag('war'),
        tag('arms'),
        tag('kyiv', { parent: 'ukraine' }),
        tag('lviv', { parent: 'ukraine' }),
        tag('paris', { parent: 'cities' }),
      ],
    }),
  );
});
afterAll(() => store.close());

async function slugsOn(slug: string): Promise<readonly string[]> {
  const page = await loadTagPage(slug, 1, NOW);
  if (page?.kind !== 'tag') throw new Error(`no page of ${slug}`);
  return page.trails.map(({ href }) => href.replace('/world/', '')).sort();
}

test('A tag that includes the tags below it holds each of their stories once, in page, feed and sitemap', async () => {
  expect(await slugsOn('ukraine')).toEqual(['of-both', 'of-the-child']);
  expect(await slugsOn('lviv')).toEqual(['of-both']);
  const feed = await loadTagFeed('ukraine', NOW);
  expect(feed?.kind === 'feed' && feed.stories.map(({ headline }) => headline).sort()).toEqual([
    ...['Headline of of-both', 'Headline of of-the-child'],
  ]);
  expect(await listSitemapNames('tag', 1, NOW)).toEqual([
    ...['ukraine', 'war', 'arms', 'kyiv', 'lviv'],
  ]);
});

test('It is made anew when a story comes to a tag below it', async () => {
  const [page, feed] = [await loadTagPage('ukraine', 1, NOW), await loadTagFeed('ukraine', NOW)];
  for (const found of [page, feed]) {
    if (found === null || found.kind === 'moved') throw new Error('no page, or no feed');
    expect(found.keys).toEqual(expect.arrayContaining(['tag:ukraine', 'tag:kyiv', 'tag:lviv']));
  }
});

test('Its first page names related tags, is made anew when they change, and draws its months; the others do not', async () => {
  const [first, second] = [await loadTagPage('war', 1, NOW), await loadTagPage('war', 2, NOW)];
  if (first?.kind !== 'tag' || second?.kind !== 'tag') throw new Error('no page');
  expect(first.navigation).toEqual([
    { title: 'Often together with', links: [{ href: '/tag/arms', text: 'Tag arms' }] },
  ]);
  expect(first.keys).toContain('tag:arms');
  expect(first.plot?.counts).toEqual([10, 0, 10, 1]);
  expect(first.breadcrumbs).toContainEqual({ href: '/tags', text: 'Tags' });
  expect([second.navigation, second.plot]).toEqual([[], null]);
});

test('Any other tag holds its own stories alone', async () => {
  expect(await slugsOn('cities')).toEqual([]);
});
