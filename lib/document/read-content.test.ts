import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from './read-content';
import { FOLDER, lines, STORY, story } from './testing/content-folder';

let root = '';
let counter = 0;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'content-'));
});

afterAll(() => rm(root, { recursive: true }));

/** Writes the fixture, changed, to a folder of its own. */
async function write(changes: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  counter += 1;
  const folder = path.join(root, String(counter));
  for (const [file, content] of Object.entries({ ...FOLDER, ...changes })) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  return folder;
}

const blank = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#fff' } });

/** What no compression makes small, so that half the bytes are half the picture. */
const noise = () =>
  sharp({
    create: {
      ...{ width: 200, height: 200, channels: 3, background: '#888' },
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });

const text = (words: string) => new TextEncoder().encode(words);

/** A PNG of a few bytes that says to have this many pixels (RFC 2083). */
function bomb(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[
      ['IHDR', header],
      ['IDAT', deflateSync(Buffer.alloc(1_000_000))],
      ['IEND', Buffer.alloc(0)],
    ].map(([name, data]) => chunk(name as string, data as Buffer)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

function withPicture(file: string) {
  return story({
    image: `{ file: ${file}, alt: Nothing., caption: Nothing., credit: PRISM News, rights: CC0 }`,
  });
}

describe('reading a content folder', () => {
  it('gives its content, whatever lies beside it hidden', async () => {
    const folder = await write({ '.DS_Store': 'x', 'articles/.git/x.md': 'x', 'README.md~': 'x' });
    const { content, problems } = await readContent(folder);
    expect(problems).toEqual([]);
    expect([...(content?.articles ?? [])].map(({ slug }) => slug)).toEqual(['first-story']);
  });

  it('says when there is no folder', async () => {
    const { content, problems } = await readContent('/no/such/folder');
    expect(content).toBeNull();
    expect(lines(problems)).toEqual([
      '/no/such/folder:1:1 folder: there is no such folder; check CONTENT_DIR',
    ]);
  });

  it.each([
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['webp', 'image/webp'],
    ['avif', 'image/avif'],
  ] as const)('knows a picture by its bytes: %s', async (format, mediaType) => {
    const bytes = await blank().toFormat(format).toBuffer();
    const folder = await write({
      'articles/world/map.png': bytes,
      [STORY]: withPicture('map.png'),
    });
    const { content } = await readContent(folder);
    const picture = content?.articles.at(0)?.image?.picture;
    expect(picture).toEqual({
      hash: expect.stringMatching(/^[0-9a-f]{32}$/),
      mediaType,
      width: 40,
      height: 20,
    });
    expect(content?.pictures.get(picture?.hash ?? '')?.bytes()).toEqual(bytes);
  });

  it('measures a picture as browsers turn it', async () => {
    const bytes = await blank().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const folder = await write({
      'articles/world/map.jpg': bytes,
      [STORY]: withPicture('map.jpg'),
    });
    const { content } = await readContent(folder);
    expect(content?.articles.at(0)?.image?.picture).toMatchObject({ width: 20, height: 40 });
  });

  it('warns of pictures that are small for their place, and publishes them', async () => {
    const folder = await write({
      'articles/world/map.png': await blank().resize(799, 400).png().toBuffer(),
      'articles/world/chart.png': await blank().resize(800, 400).png().toBuffer(),
      [STORY]: story(
        {
          image:
            '{ file: chart.png, alt: Nothing., caption: Nothing., credit: PRISM News, rights: CC0 }',
        },
        [
          '::image[A map.]{file="map.png" alt="Nothing." credit="PRISM News" rights="CC0"}',
          '::image[A chart.]{file="chart.png" alt="Nothing." credit="PRISM News" rights="CC0"}',
        ].join('\n\n'),
      ),
    });
    const { content, problems } = await readContent(folder);
    expect(lines(problems)).toEqual([
      `warning ${STORY}:8:16 image.file: the picture is 800 pixels wide and will look blurred; hand in one of 1200 or more`,
      `warning ${STORY}:11:1 body: the picture is 799 pixels wide and will look blurred; hand in one of 800 or more`,
    ]);
    expect(content?.pictures.size).toBe(2);
  });

  it('keeps only the bytes of pictures that are shown', async () => {
    const folder = await write({ 'articles/world/map.png': await blank().png().toBuffer() });
    expect((await readContent(folder)).content?.pictures.size).toBe(0);
  });

  it.each<[string, () => Promise<Uint8Array>, string]>([
    [
      'another format',
      () => blank().gif().toBuffer(),
      'the file is gif, whatever its name says; save it again as JPEG, PNG, WebP or AVIF',
    ],
    [
      'no picture at all',
      async () => new TextEncoder().encode('not a picture'),
      'the file cannot be read as a picture; save it again as JPEG, PNG, WebP or AVIF',
    ],
    [
      'a picture that moves',
      async () => {
        const frames = [await blank().png().toBuffer(), await blank().negate().png().toBuffer()];
        return sharp(frames, { join: { animated: true } })
          .webp()
          .toBuffer();
      },
      'the picture moves; save one frame of it as a picture',
    ],
    [
      'a picture for print',
      () => blank().resize(10_001, 1).png().toBuffer(),
      'the picture has 10001 x 1 pixels; 10000 a side are the most; save it smaller: more than 1920 wide is never shown',
    ],
    [
      'a picture that unpacks to more than memory holds',
      async () => bomb(60_000, 60_000),
      'the picture has 60000 x 60000 pixels; 10000 a side are the most; save it smaller: more than 1920 wide is never shown',
    ],
    [
      'a picture that unpacks to much, no side of which is too long',
      async () => bomb(8_000, 8_000),
      'the picture has 8000 x 8000 pixels; 50 million in all are the most; save it smaller: more than 1920 wide is never shown',
    ],
    [
      'a picture cut off in the middle',
      async () => {
        const bytes = await noise().jpeg().toBuffer();
        return bytes.subarray(0, bytes.length / 2);
      },
      'the picture is damaged: it cannot be shown to its end; save it again as JPEG, PNG, WebP or AVIF',
    ],
    [
      'an SVG that is named as another picture',
      async () => text('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"></svg>'),
      'the file is svg, whatever its name says; save it again as JPEG, PNG, WebP or AVIF',
    ],
    [
      'a page that is named as a picture',
      async () => text('<!DOCTYPE html><script>alert(1)</script>'),
      'the file cannot be read as a picture; save it again as JPEG, PNG, WebP or AVIF',
    ],
    [
      'an empty file',
      async () => new Uint8Array(),
      'the file cannot be read as a picture; save it again as JPEG, PNG, WebP or AVIF',
    ],
    [
      'a picture too large',
      async () => new Uint8Array(5_000_001),
      'the file has 5.0 MB; the limit is 5 MB; save it smaller, or split it',
    ],
  ])('refuses %s', async (_, make, problem) => {
    const folder = await write({
      'articles/world/map.png': await make(),
      [STORY]: withPicture('map.png'),
    });
    expect(lines((await readContent(folder)).problems)).toEqual([
      `${STORY}:8:16 image.file: ${problem}`,
    ]);
  });

  it.each<[string, Uint8Array, string]>([
    [
      'a file that is not UTF-8',
      Buffer.from(story({}, 'Caf\u00e9.'), 'latin1'),
      '10:4 file: a character cannot be read here: the file is not UTF-8, or the character was lost earlier; save the file as UTF-8 and write the character again',
    ],
    [
      'a text too large',
      Buffer.from(story({}, 'x'.repeat(5_100_000))),
      '1:1 file: the file has 5.1 MB; the limit is 5 MB; save it smaller, or split it',
    ],
  ])('refuses %s, and reads the others', async (_, bytes, problem) => {
    const folder = await write({
      [STORY]: bytes,
      'articles/world/second.md': story({ headline: 'Second', tags: '[x]' }),
    });
    expect(lines((await readContent(folder)).problems)).toEqual([
      `${STORY}:${problem}`,
      'articles/world/second.md:5:8 tags[0]: “x” is not a tag; add x to tags.yaml',
    ]);
  });

  it('keeps a story’s hash until the story changes', async () => {
    const hashOf = async (text: string) =>
      (await readContent(await write({ [STORY]: text }))).content?.articles.at(0)?.contentHash;
    const first = await hashOf(story());
    expect(await hashOf(story())).toBe(first);
    expect(await hashOf(story().replaceAll('\n', '\r\n'))).toBe(first);
    expect(await hashOf(story({}, 'Text!'))).not.toBe(first);
    expect(await hashOf(story({ kicker: 'New' }))).not.toBe(first);
  });
});
