import { afterAll, beforeAll, expect, test } from 'vitest';
import { findReadOn } from './read-on-queries';
import { article, content } from './testing/build-content';
import { NOW, openStore, type TestStore } from './testing/open-store';

const day = (number: number) => new Date(Date.UTC(2025, 0, number));

const articles = [
  article({
    slug: 'self',
    section: 'politics',
    tags: ['common', 'rare'],
    related: ['pinned-second', 'shares-both'],
    bodyText:
      'Envoys met beside the harbour; the protocol names monitors, corridors and prisoners.',
  }),
  article({ slug: 'shares-both', tags: ['common', 'rare'] }),
  article({ slug: 'pinned-second' }),
  article({ slug: 'shares-rare', tags: ['rare'], firstPublishedAt: day(1) }),
  article({ slug: 'shares-common-old', tags: ['common'], firstPublishedAt: day(2) }),
  article({ slug: 'shares-common-new', tags: ['common'], firstPublishedAt: day(3) }),
  article({
    slug: 'shares-words',
    bodyText: 'Along the harbour the monitors keep corridors open and count prisoners.',
  }),
  article({ slug: 'section-old', section: 'politics', firstPublishedAt: day(4) }),
  article({ slug: 'section-new', section: 'politics', firstPublishedAt: day(5) }),
  article({ slug: 'unrelated', firstPublishedAt: day(9) }),
];

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(content({ articles }));
});
afterAll(() => store.close());

async function related(slug: string, limit: number) {
  const read = await findReadOn(slug, NOW, limit);
  return read.related.map(({ trail, reason }) => ({ slug: trail.slug, reason }));
}

test('Pins come first in their order, then tags by rarity and age, then words, then the section', async () => {
  expect(await related('self', 20)).toEqual([
    { slug: 'pinned-second', reason: { kind: 'pinned' } },
    { slug: 'shares-both', reason: { kind: 'pinned' } },
    { slug: 'shares-words', reason: { kind: 'text' } },
    { slug: 'shares-rare', reason: { kind: 'tags', names: ['Tag rare'] } },
    { slug: 'shares-common-new', reason: { kind: 'tags', names: ['Tag common'] } },
    { slug: 'shares-common-old', reason: { kind: 'tags', names: ['Tag common'] } },
    { slug: 'section-new', reason: { kind: 'section' } },
    { slug: 'section-old', reason: { kind: 'section' } },
  ]);
});

test('There are no more than asked for', async () => {
  expect(await related('self', 4)).toHaveLength(4);
});

test('Shared tags are named rarest first', async () => {
  const [first] = await related('shares-both', 1);
  expect(first).toEqual({
    slug: 'self',
    reason: { kind: 'tags', names: ['Tag rare', 'Tag common'] },
  });
});

test('A story with neither tags nor like words is followed by its section', async () => {
  const reasons = (await related('section-old', 4)).map(({ slug, reason }) => [slug, reason.kind]);
  expect(reasons).toEqual([
    ['section-new', 'section'],
    ['self', 'section'],
  ]);
});
