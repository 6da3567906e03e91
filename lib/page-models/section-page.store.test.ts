import { afterAll, beforeAll, expect, test } from 'vitest';
import { publication } from '@/lib/site/publication';
import { article, content, section } from '@/lib/store/testing/build-content';
import { listen } from '@/lib/store/testing/listen';
import { NOW, openStore, type TestStore } from '@/lib/store/testing/open-store';
import { loadSectionPage } from './section-page';

/** Older than any on the section's first page. */
const read = ['alpha', 'beta', 'gamma'];
const newer = Array.from({ length: publication.pageSize }, (_, index) => `newer-${index}`);
const articles = [...read, ...newer].map((slug, index) =>
  article({ slug, firstPublishedAt: new Date(Date.UTC(2025, 0, 1 + index)) }),
);
const elsewhere = ['delta', 'epsilon'].map((slug) => article({ slug, section: 'politics' }));
const paper = content({
  articles: [...articles, ...elsewhere],
  sections: [section('world'), section('politics')],
});
const withHeadline = (slug: string, headline: string) => ({
  ...paper,
  articles: paper.articles.map((old) => (old.slug === slug ? article({ ...old, headline }) : old)),
});

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(paper);
  const stories = await store.client.article.findMany({ where: { slug: { notIn: newer } } });
  const told = stories.map(({ id, slug }) => ({
    ...{ id, hour: NOW, readings: slug === 'beta' ? 30 : 20 },
  }));
  await store.client.$executeRaw`SELECT add_readings(${JSON.stringify(told)}::jsonb, ${NOW})`;
});
afterAll(() => store.close());

const load = async (slug: string, page = 1) => {
  const loaded = await loadSectionPage(slug, page, NOW);
  if (loaded === null) throw new Error(`there is no page ${page} of ${slug}`);
  return loaded;
};

test('A section tells on its first page what is read most in it, and on no other', async () => {
  const { mostRead, keys } = await load('world');
  const headings = ['/world/beta', '/world/gamma', '/world/alpha'];
  expect(mostRead.today.map(({ href }) => href)).toEqual(headings);
  expect(mostRead.week.map(({ href }) => href)).toEqual(headings);
  expect(keys).toContain('readings');
  const next = await load('world', 2);
  expect(next.mostRead).toEqual({ today: [], week: [] });
  expect(next.keys).not.toContain('readings');
});

test('A section of which two stories are read tells nothing yet, and will be asked again', async () => {
  const { mostRead, keys } = await load('politics');
  expect(mostRead).toEqual({ today: [], week: [] });
  expect(keys).toContain('readings');
});

test('A better headline of a story that stands among the most read alone is shown at once', async () => {
  const before = await load('world');
  expect(before.trails.map(({ href }) => href)).not.toContain('/world/beta');
  const listener = await listen(store.url);
  await store.publish(withHeadline('beta', 'Better'));
  const announced = (await listener.heard()).flatMap(({ keys }) => keys);
  await listener.close();
  expect((await load('world')).mostRead.today[0]?.headline).toBe('Better');
  expect(before.keys.filter((key) => announced.includes(key))).not.toEqual([]);
});
