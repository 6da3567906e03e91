import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type CardShape, cardShapes } from '@/lib/text/card-path';
import { drawCard } from './draw';
import { layOut } from './layout';

const card = { headline: 'The cables under the sea', section: 'Technology', day: '5 August 2026' };
const long = 'Internationalisation of Counterproliferation Responsibilities '.repeat(12);
const shapes = Object.keys(cardShapes) as CardShape[];

/** Red but for a green spot in its lower right corner. */
async function spotted(): Promise<Uint8Array> {
  return sharp({ create: { width: 900, height: 900, channels: 3, background: '#d00000' } })
    .composite([
      {
        input: Buffer.from(
          '<svg width="200" height="200"><rect width="200" height="200" fill="#00d000"/></svg>',
        ),
        left: 700,
        top: 700,
      },
    ])
    .png()
    .toBuffer();
}

/** The colours that part of a card holds, and how many pixels of each. */
async function coloursOf(
  png: Buffer,
  box: { left: number; top: number; width: number; height: number },
) {
  const { data } = await sharp(png)
    .extract(box)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 3) {
    const colour = data.subarray(at, at + 3).toString('hex');
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

describe.each(shapes)('A card of the shape %s', (shape) => {
  test('has its size, and the same bytes each time', async () => {
    const [one, other] = await Promise.all([
      drawCard({ ...card, picture: null }, shape),
      drawCard({ ...card, picture: null }, shape),
    ]);
    const { width, height, format } = await sharp(one).metadata();
    expect({ width, height }).toEqual(cardShapes[shape]);
    expect(format).toBe('png');
    expect(one.equals(other)).toBe(true);
  });

  test.each(['The cables under the sea', long, 'محادثات ميامي '.repeat(30), 'W'.repeat(300)])(
    'keeps a margin around headline %#',
    async (headline) => {
      const { width, height } = cardShapes[shape];
      const { headline: box, nameplate } = layOut(shape, false);
      const png = await drawCard({ ...card, headline, picture: null }, shape);
      const margins = [
        { left: 0, top: 20, width: 56, height: height - 20 },
        { left: width - 56, top: 20, width: 56, height: height - 20 },
        { left: 0, top: box.top + box.height, width, height: nameplate.top - box.top - box.height },
      ];
      for (const margin of margins) {
        expect([...(await coloursOf(png, margin)).keys()]).toHaveLength(1);
      }
    },
  );

  test('shows what the editors said is the middle of the picture', async () => {
    const picture = { bytes: await spotted(), focalPoint: { x: 0.9, y: 0.9 } };
    const box = layOut(shape, true).picture;
    if (box === null) throw new Error('no place for the picture');
    const png = await drawCard({ ...card, picture }, shape);
    const colours = await coloursOf(png, {
      ...box,
      left: box.left + box.width - 20,
      top: box.top + box.height - 20,
      width: 20,
      height: 20,
    });
    expect([...colours.keys()]).toEqual(['00d000']);
  });
});

test('Markup in a headline is drawn as it stands', async () => {
  const headline = '<span size="1">&amp; </span> <b>A';
  const [marked, plain] = await Promise.all(
    [headline, 'A'].map((words) => drawCard({ ...card, headline: words, picture: null }, 'wide')),
  );
  expect(marked?.equals(plain ?? Buffer.alloc(0))).toBe(false);
});

test('Where a headline’s letters cannot be set, the section’s name stands in its place', async () => {
  const [drawn, expected] = await Promise.all([
    drawCard({ ...card, headline: 'ᏣᎳᎩ', picture: null }, 'wide'),
    drawCard({ ...card, headline: card.section, picture: null }, 'wide'),
  ]);
  expect(drawn.equals(expected)).toBe(true);
});
