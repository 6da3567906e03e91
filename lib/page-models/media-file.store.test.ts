import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { previewKey } from '@/lib/site/preview-key';
import { PREVIEW, previewPath } from '@/lib/site/preview-links';
import { article, content, imageOf, measured, page } from '@/lib/store/testing/build-content';
import { NOW, openStore, type TestStore } from '@/lib/store/testing/open-store';
import { fallbackOf, renditionName, renditionsOf, trailCrop } from '@/lib/text/renditions';
import { loadMediaFile, loadPreviewMediaFile } from './media-file';

/** A picture of four corners: red, green, blue and yellow, from the top left in reading order. */
const corners = { red: '#ff0000', green: '#00b000', blue: '#0000ff', yellow: '#ffff00' };

function fourCorners(width: number, height: number) {
  const [w, h] = [width / 2, height / 2];
  const [red, green, blue, yellow] = Object.values(corners).map((colour) => colour);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${w}" height="${h}" fill="${red}"/><rect x="${w}" width="${w}" height="${h}" fill="${green}"/>
    <rect y="${h}" width="${w}" height="${h}" fill="${blue}"/><rect x="${w}" y="${h}" width="${w}" height="${h}" fill="${yellow}"/>
  </svg>`;
  return sharp(Buffer.from(drawing));
}

type Stored = Awaited<ReturnType<typeof measured>>;

/** The colour of one spot, of which both parts are 0 to 1. */
async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const column = Math.min(info.width - 1, Math.floor(x * info.width));
  const row = Math.min(info.height - 1, Math.floor(y * info.height));
  const start = (row * info.width + column) * info.channels;
  return [...data.subarray(start, start + 3)];
}

/** The nearest of the four corners’ colours. */
async function cornerAt(bytes: Uint8Array, x: number, y: number): Promise<string> {
  const seen = await colourAt(bytes, x, y);
  const distances = Object.entries(corners).map(([name, colour]): [number, string] => {
    const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    return [Math.hypot(...wanted.map((part, index) => part - (seen[index] ?? 0))), name];
  });
  return distances.sort(([a], [b]) => a - b)[0]?.[1] ?? 'none';
}

const GPS = { IFD3: { GPSLatitude: '25/1 46/1 0/1', GPSLongitude: '80/1 11/1 0/1' } };
const focalPoint = { x: 0.9, y: 0.1 };

let store: TestStore;
let wide: Stored;
let turned: Stored;
let clear: Stored;
let rich: Stored;
let small: Stored;
let secret: Stored;
let bodyOnly: Stored;

const load = (stored: Stored, name: string) => loadMediaFile(`${stored.picture.hash}-${name}`, NOW);

async function bytesOf(stored: Stored, name: string): Promise<Uint8Array> {
  const found = await load(stored, name);
  if (found === null || found === 'away') throw new Error(`${name} is ${found}`);
  return found.bytes;
}

beforeAll(async () => {
  wide = await measured(
    await fourCorners(2400, 800).jpeg().withExif(GPS).withXmp('<x>Owner</x>').toBuffer(),
  );
  turned = await measured(
    await fourCorners(400, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  );
  clear = await measured(
    await sharp({ create: { width: 400, height: 250, channels: 4, background: '#0000' } })
      .png()
      .toBuffer(),
  );
  // A green that sRGB writes with other numbers.
  rich = await measured(
    await sharp({ create: { width: 400, height: 250, channels: 3, background: '#4fa060' } })
      .withIccProfile('p3', { attach: true })
      .png()
      .toBuffer(),
  );
  small = await measured(await fourCorners(200, 125).png().toBuffer());
  secret = await measured(await fourCorners(640, 400).png().toBuffer());
  bodyOnly = await measured(await fourCorners(800, 300).webp().toBuffer());
  store = await openStore();
  const shown = [wide, turned, clear, rich, small];
  await store.publish(
    content({
      articles: [
        ...shown.map((stored, index) =>
          article({ slug: `story-${index}`, image: { ...imageOf(stored), focalPoint } }),
        ),
        article({
          slug: 'embargoed',
          embargoedUntil: new Date('2025-07-01T00:00:00Z'),
          image: imageOf(secret),
        }),
        // Another story that shows the same picture, from a spot that nobody may know of yet.
        article({
          slug: 'embargoed-too',
          embargoedUntil: new Date('2025-07-01T00:00:00Z'),
          image: { ...imageOf(wide), focalPoint: { x: 0.3, y: 0.5 } },
        }),
      ],
      pages: [
        page('about', {
          body: [
            { type: 'image', picture: bodyOnly.picture, alt: 'A', caption: null, credit: 'P' },
          ],
        }),
      ],
      pictures: new Map(
        [...shown, secret, bodyOnly].map((stored) => [stored.picture.hash, stored]),
      ),
    }),
  );
});
afterAll(() => store.close());

describe('A crop', () => {
  test('shows what the focal point is on, at the place that lists and cards give it', async () => {
    const crop = trailCrop(wide.picture, focalPoint);
    expect(crop).toEqual({ shape: '8x5', at: 100 });
    const bytes = await bytesOf(wide, '8x5-100-720.webp');
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 720, height: 450 });
    for (const x of [0.1, 0.9]) {
      expect(await cornerAt(bytes, x, 0.1)).toBe('green');
      expect(await cornerAt(bytes, x, 0.9)).toBe('yellow');
    }
  });

  test('is another where the focal point is another', async () => {
    const bytes = await bytesOf(wide, '3x2-100-720.avif');
    expect(await cornerAt(bytes, 0.1, 0.1)).toBe('green');
    expect(await cornerAt(await bytesOf(wide, '720.avif'), 0.1, 0.1)).toBe('red');
  });
});

describe('A rendition', () => {
  test('stands upright, as the camera was held', async () => {
    expect(turned.picture).toMatchObject({ width: 200, height: 400 });
    const bytes = await bytesOf(turned, '200.webp');
    const metadata = await sharp(bytes).metadata();
    expect([metadata.width, metadata.height, metadata.orientation]).toEqual([200, 400, undefined]);
    // Orientation 6 is a quarter turn to the right.
    expect(await cornerAt(bytes, 0.1, 0.1)).toBe('blue');
    expect(await cornerAt(bytes, 0.9, 0.1)).toBe('red');
    const crop = await bytesOf(
      turned,
      renditionName(fallbackOf(turned.picture, trailCrop(turned.picture, focalPoint))),
    );
    expect(await cornerAt(crop, 0.1, 0.1)).toBe('blue');
  });

  test.each(['720.avif', '720.webp', '720.jpg'])(
    'tells nothing but the picture: %s',
    async (name) => {
      const before = await sharp(wide.bytes()).metadata();
      expect(before.exif).toBeDefined();
      expect(before.xmp).toBeDefined();
      const { exif, xmp, iptc, icc } = await sharp(await bytesOf(wide, name)).metadata();
      expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
    },
  );

  test.each(['400.avif', '400.webp', '400.jpg'])(
    'has sRGB’s numbers for its colours: %s',
    async (name) => {
      expect((await sharp(rich.bytes()).metadata()).icc).toBeDefined();
      const [red = 0, green = 0, blue = 0] = await colourAt(await bytesOf(rich, name), 0.5, 0.5);
      expect(Math.hypot(red - 0x4f, green - 0xa0, blue - 0x60)).toBeLessThan(6);
      const [storedRed = 0] = await sharp(rich.bytes(), { ignoreIcc: true }).raw().toBuffer();
      expect(Math.abs(storedRed - 0x4f)).toBeGreaterThan(10);
    },
  );

  test.each(['400.avif', '400.webp', '400.jpg'])(
    'is white where it was transparent: %s',
    async (name) => {
      expect(Math.min(...(await colourAt(await bytesOf(clear, name), 0.5, 0.5)))).toBeGreaterThan(
        250,
      );
    },
  );

  test('is never larger than the original', async () => {
    expect(await sharp(await bytesOf(small, '200.avif')).metadata()).toMatchObject({ width: 200 });
    expect(await load(small, '360.avif')).toBeNull();
    expect(await load(small, '8x5-50-200.avif')).toBeNull();
  });

  test('has the type that its name says', async () => {
    expect(await load(small, '200.jpg')).toMatchObject({ mediaType: 'image/jpeg' });
    expect(await load(small, '200.avif')).toMatchObject({ mediaType: 'image/avif' });
  });

  test('is made once', async () => {
    const bytes = await bytesOf(wide, '360.webp');
    const hash = wide.picture.hash;
    const kept = await store.client.rendition.findMany({
      where: { mediaHash: hash, name: '360.webp' },
    });
    expect(kept.map((row) => row.bytes)).toEqual([bytes]);
    await store.client.rendition.updateMany({
      where: { mediaHash: hash, name: '360.webp' },
      data: { bytes: Uint8Array.of(1) },
    });
    expect(await bytesOf(wide, '360.webp')).toEqual(Uint8Array.of(1));
  });

  test('every one that a page may name can be made', async () => {
    for (const rendition of renditionsOf(turned.picture, [focalPoint])) {
      const bytes = await bytesOf(turned, renditionName(rendition));
      const { width, height } = await sharp(bytes).metadata();
      expect({ width, height }).toEqual({ width: rendition.width, height: rendition.height });
    }
  });
});

describe('There is nothing at', () => {
  test.each([
    ['a width that does not exist', '721.avif'],
    ['a width with a nought before it', '0720.avif'],
    ['a fallback of another width', '360.jpg'],
    ['a crop that no story asks for', '8x5-50-720.avif'],
    ['a shape that does not exist', '1x1-100-720.avif'],
    ['the crop of a story under embargo', '8x5-7-720.avif'],
  ])('%s, and nothing is made', async (_, name) => {
    const before = await store.client.rendition.count();
    expect(await load(wide, name)).toBeNull();
    expect(await store.client.rendition.count()).toBe(before);
  });

  test('the address of an original, which may tell where it was taken', async () => {
    expect(await loadMediaFile(`${wide.picture.hash}.jpg`, NOW)).toBeNull();
  });

  test('a picture that does not exist', async () => {
    const hash = createHash('sha256').update('no').digest('hex').slice(0, 32);
    expect(await loadMediaFile(`${hash}-720.avif`, NOW)).toBeNull();
  });

  test('a crop of a picture that stands for no story; the whole is there', async () => {
    expect(await load(bodyOnly, '8x5-50-360.avif')).toBeNull();
    expect(await load(bodyOnly, '800.avif')).not.toBeNull();
  });
});

test('A picture under embargo is not there before it ends, even when it has been made', async () => {
  const file = `${secret.picture.hash}-640.avif`;
  expect(await loadMediaFile(file, NOW)).toBeNull();
  expect(await loadMediaFile(file, new Date('2025-07-01T00:00:00Z'))).not.toBeNull();
  expect(await store.client.rendition.count({ where: { mediaHash: secret.picture.hash } })).toBe(1);
  expect(await loadMediaFile(file, NOW)).toBeNull();
});

test('Who has a link to a preview sees the pictures of that story, and of no other', async () => {
  const { id = '' } =
    (await store.client.article.findUnique({ where: { slug: 'embargoed' } })) ?? {};
  const ends = new Date(NOW.getTime() + 60_000);
  const token = previewPath(await previewKey(), id, ends).slice(PREVIEW.length);
  const see = (ticket: string, hash: string, name: string, now = NOW) =>
    loadPreviewMediaFile(ticket, `${hash}-${name}`, now);
  expect(await see(token, secret.picture.hash, '640.webp')).toMatchObject({
    mediaType: 'image/webp',
  });
  expect(await see(token, bodyOnly.picture.hash, '800.avif')).toBeNull();
  expect(await see(`${token.slice(0, -1)}x`, secret.picture.hash, '640.webp')).toBeNull();
  expect(await see(token, secret.picture.hash, '640.webp', ends)).toBeNull();
});

test('A damaged picture that is stored all the same shows what there is of it', async () => {
  const whole = await fourCorners(1280, 800).jpeg({ quality: 95 }).toBuffer();
  const bytes = whole.subarray(0, Math.floor(whole.byteLength * 0.7));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const good = await measured(whole);
  const damaged = { ...good, picture: { ...good.picture, hash }, bytes: () => bytes };
  await store.publish(
    content({
      articles: [article({ slug: 'damaged', image: imageOf(damaged) })],
      pictures: new Map([[damaged.picture.hash, damaged]]),
    }),
  );
  expect(await cornerAt(await bytesOf(damaged, '720.webp'), 0.1, 0.1)).toBe('red');
});
