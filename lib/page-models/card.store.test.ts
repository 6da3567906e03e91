import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { article, content, imageOf, picture } from '@/lib/store/testing/build-content';
import { NOW, openStore, type TestStore } from '@/lib/store/testing/open-store';
import { cardHref, loadCard } from './card';

const photo = picture('photo');
const day = 24 * 60 * 60_000;
const stories = [
  article({ slug: 'plain', headline: 'A plain story', socialTitle: 'Plainly' }),
  article({ slug: 'pictured', image: imageOf(photo) }),
  article({ slug: 'embargoed', embargoedUntil: new Date(NOW.getTime() + day) }),
  article({
    slug: 'withdrawn',
    withdrawn: { at: new Date(NOW.getTime() - day), reason: 'Wrong.' },
  }),
];

let store: TestStore;
let ids: ReadonlyMap<string, string>;
beforeAll(async () => {
  store = await openStore();
  await store.publish(
    content({ articles: stories, pictures: new Map([[photo.picture.hash, photo]]) }),
  );
  const rows = await store.client.article.findMany({ select: { slug: true, id: true } });
  ids = new Map(rows.map(({ slug, id }) => [slug, id]));
});
afterAll(() => store.close());

/** By the address that anyone can make up; it tells where the card is. */
async function load(slug: string, now = NOW) {
  const id = ids.get(slug) ?? '';
  const found = await loadCard(id, '0123456789abcdef-square.png', now);
  if (found?.kind !== 'moved') return found;
  return loadCard(id, found.href.split('/').at(-1) ?? '', now);
}

describe('A card', () => {
  test('shows the words for social networks, and stands at an address of its own', async () => {
    expect(await load('plain')).toMatchObject({
      kind: 'card',
      shape: 'square',
      card: { headline: 'Plainly', day: '1 January 2025', picture: null },
    });
  });

  test('shows the picture around its focal point', async () => {
    const found = await load('pictured');
    if (found?.kind !== 'card') throw new Error('no card');
    expect(Buffer.from(found.card.picture?.bytes ?? [])).toEqual(Buffer.from(photo.bytes));
    expect(found.card.picture?.focalPoint).toEqual(imageOf(photo).focalPoint);
  });

  test.each(['embargoed', 'withdrawn', 'unknown'])('is not there of an %s story', async (slug) => {
    expect(await load(slug)).toBeNull();
  });

  test('is there from the instant at which the embargo ends', async () => {
    expect((await load('embargoed', new Date(NOW.getTime() + day)))?.kind).toBe('card');
  });

  test('has another address as soon as it shows something else', () => {
    const record = {
      ...{ id: 'id', headline: 'One', socialTitle: null, image: null },
      ...{ section: { slug: 'world', name: 'World' }, firstPublishedAt: NOW },
    };
    const addresses = [
      record,
      { ...record, headline: 'Other' },
      { ...record, section: { slug: 'world', name: 'The world' } },
      { ...record, firstPublishedAt: new Date(0) },
      { ...record, image: { ...imageOf(photo) } },
    ].map((story) => cardHref(story, 'wide'));
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
