import { afterEach, beforeEach, expect, test } from 'vitest';
import { renditionName, renditionsOf } from '@/lib/text/renditions';
import { pruneRenditions } from './prune-renditions';
import { article, content, imageOf, picture } from './testing/build-content';
import { openStore, type TestStore } from './testing/open-store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

test('What no page can show any more is counted, then removed; originals and all else stay', async () => {
  const [shown, gone] = [picture('shown'), picture('gone')];
  const pictures = new Map([shown, gone].map((one) => [one.picture.hash, one]));
  const stories = [
    article({ slug: 'a', image: imageOf(shown) }),
    article({ slug: 'b', image: imageOf(gone) }),
  ];
  await store.publish(content({ articles: stories, pictures }));
  await store.publish(content({ articles: [...stories.slice(0, 1), article({ slug: 'b' })] }));
  const [wanted] = renditionsOf(shown.picture, [imageOf(shown).focalPoint]).map(renditionName);
  await store.client.rendition.createMany({
    data: [
      { mediaHash: shown.picture.hash, name: wanted ?? '', bytes: Buffer.from('kept') },
      { mediaHash: shown.picture.hash, name: 'of-another-time.webp', bytes: Buffer.from('old') },
      { mediaHash: gone.picture.hash, name: wanted ?? '', bytes: Buffer.from('of no use') },
    ],
  });
  const found = { files: 2, bytes: 12 };
  expect(await pruneRenditions(store.client, true)).toEqual(found);
  expect(await store.client.rendition.count()).toBe(3);
  expect(await pruneRenditions(store.client, false)).toEqual(found);
  expect(await store.client.rendition.findMany({ select: { name: true } })).toEqual([
    { name: wanted },
  ]);
  expect(await store.client.media.count()).toBe(2);
});
