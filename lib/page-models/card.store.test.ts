import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { article, content, imageOf, picture } from '@/lib/store/testing/build-content';
import { NOW, openStore, type TestStore } from '@/lib/store/testing/open-store';
import type { CardShape } from '@/lib/text/card-path';
import { cardHref, loadCard } from './card';
import type { Card } from './model';

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

let drawn: { card: Card; shape: string }[] = [];
beforeEach(() => {
  drawn = [];
});

/** Notes what is to be drawn; the bytes say the same. */
async function draw(card: Card, shape: CardShape) {
  drawn.push({ card, shape });
  return Buffer.from(`${card.headline}, ${shape}`);
}

/** By the address that anyone can make up; it tells where the card is. */
async function load(slug: string, now = NOW) {
  const id = ids.get(slug) ?? '';
  const found = await loadCard(id, '0123456789abcdef-square.png', now, draw);
  if (found?.kind !== 'moved') return found;
  return loadCard(id, found.href.split('/').at(-1) ?? '', now, draw);
}

beforeEach(() => store.client.card.deleteMany());

function bodyOf(found: Awaited<ReturnType<typeof load>>): string {
  if (found?.kind !== 'document') throw new Error('no card');
  return Buffer.from(found.body).toString();
}

describe('A card', () => {
  test('shows the words for social networks, and stands at an address of its own', async () => {
    expect(await load('plain')).toMatchObject({ kind: 'document', contentType: 'image/png' });
    expect(drawn).toEqual([
      {
        shape: 'square',
        card: {
          headline: 'Plainly',
          section: 'Section world',
          day: '1 January 2025',
          picture: null,
        },
      },
    ]);
  });

  test('shows the picture around its focal point', async () => {
    await load('pictured');
    const picture = drawn[0]?.card.picture;
    expect(Buffer.from(picture?.bytes ?? [])).toEqual(Buffer.from(photo.bytes()));
    expect(picture?.focalPoint).toEqual(imageOf(photo).focalPoint);
  });

  test('is drawn once and kept, in place of the one that showed something else', async () => {
    const bodies = [await load('plain'), await load('plain')].map((card) => bodyOf(card));
    expect(bodies).toEqual(['Plainly, square', 'Plainly, square']);
    expect(drawn).toHaveLength(1);
    const hash = '0000000000000000';
    await store.client.card.updateMany({ data: { hash, bytes: Buffer.from('old') } });
    expect(bodyOf(await load('plain'))).toBe('Plainly, square');
    expect(await store.client.card.count()).toBe(1);
  });

  test.each(['embargoed', 'withdrawn', 'unknown'])('is not there of an %s story', async (slug) => {
    expect(await load(slug)).toBeNull();
  });

  test('is there from the instant at which the embargo ends', async () => {
    expect((await load('embargoed', new Date(NOW.getTime() + day)))?.kind).toBe('document');
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
