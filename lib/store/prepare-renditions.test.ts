import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renditionName, renditionsOf } from '@/lib/text/renditions';
import { prepareRenditions } from './prepare-renditions';
import { article, content, imageOf, measured, page } from './testing/build-content';
import { openStore, type TestStore } from './testing/open-store';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

const drawn = async (background: string) =>
  measured(
    await sharp({ create: { width: 600, height: 250, channels: 3, background } })
      .png()
      .toBuffer(),
  );

const names = async (hash: string) =>
  (await store.client.rendition.findMany({ where: { mediaHash: hash }, select: { name: true } }))
    .map(({ name }) => name)
    .sort();

test('What readers will be offered is made once, of pictures that are shown, and again for another focal point', async () => {
  const [lead, standing, unused] = await Promise.all(['#123', '#456', '#789'].map(drawn));
  if (!lead || !standing || !unused) throw new Error('three were drawn');
  const story = (focalPoint: { x: number; y: number }) =>
    article({ slug: 'shown', minor: true, image: { ...imageOf(lead), focalPoint } });
  const paper = (focalPoint: { x: number; y: number }) =>
    content({
      articles: [story(focalPoint)],
      pages: [
        page('about', {
          body: [
            { type: 'image', picture: standing.picture, alt: 'A', caption: null, credit: 'P' },
          ],
        }),
      ],
      pictures: new Map([lead, standing, unused].map((one) => [one.picture.hash, one])),
    });
  const wanted = (size: typeof lead.picture, points: { x: number; y: number }[]) =>
    [...new Set(renditionsOf(size, points).map(renditionName))].sort();

  await store.publish(paper({ x: 0, y: 0.5 }));
  const steps: string[] = [];
  const made = await prepareRenditions(store.client, ['shown'], (done, all) =>
    steps.push(`${done}/${all}`),
  );
  expect(await names(lead.picture.hash)).toEqual(wanted(lead.picture, [{ x: 0, y: 0.5 }]));
  expect(await names(standing.picture.hash)).toEqual(wanted(standing.picture, []));
  expect(await names(unused.picture.hash)).toEqual([]);
  expect(made).toBeGreaterThan(2);
  expect(steps).toEqual(['1/2', '2/2']);
  expect(await prepareRenditions(store.client, ['shown'])).toBe(0);

  const before = (await names(lead.picture.hash)).length;
  await store.publish(paper({ x: 1, y: 0.5 }));
  const more = await prepareRenditions(store.client, ['shown']);
  expect(more).toBeGreaterThan(0);
  expect((await names(lead.picture.hash)).length).toBe(before + more);
});
