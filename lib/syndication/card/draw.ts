import sharp, { type OverlayOptions } from 'sharp';
import type { Card } from '@/lib/page-models/model';
import { publication } from '@/lib/site/publication';
import type { CardShape } from '@/lib/text/card-path';
import { type CardLayout, EDGE, layOut } from './layout';
import { beginsAtRight, canBeSet, settable } from './scripts';
import { setText } from './set-text';

/** components/styles/tokens.css in sRGB: a card has no style sheet, and is seen on light pages. */
const COLOURS = {
  paper: '#fcfaf6',
  ink: '#211c17',
  muted: '#5e5750',
  accent: '#4e3baa',
  hues: ['#e6424c', '#f19024', '#eccc48', '#37b880', '#2784d5', '#6f41c1'],
} as const;

/** Pixels. */
const NAME_SIZE = 46;

/** Draws a card as a PNG. Throws where the picture cannot be read. */
export async function drawCard(card: Card, shape: CardShape): Promise<Buffer> {
  const layout = layOut(shape, card.picture !== null);
  const words = settable(card.headline);
  // A headline in letters that no font here has is not shown in boxes.
  const headline = canBeSet(words) ? words : card.section;
  const atRight = beginsAtRight(headline);
  const [label, title, name, picture] = await Promise.all([
    setText(`${card.section}  ·  ${card.day}`, layout.label, {
      ...{ face: 'text', colour: COLOURS.accent, atRight, largest: 30, smallest: 18 },
    }),
    setText(headline, layout.headline, {
      ...{ face: 'display', colour: COLOURS.ink, atRight },
      ...{ largest: layout.largestHeadline, smallest: 30, leading: -0.06 },
    }),
    setText(publication.name, layout.nameplate, {
      ...{ face: 'display', colour: COLOURS.ink, largest: NAME_SIZE, smallest: NAME_SIZE },
    }),
    cropped(card, layout),
  ]);
  return sharp({
    create: { width: layout.width, height: layout.height, channels: 3, background: COLOURS.paper },
  })
    .composite([
      ...(picture === null ? [] : [picture]),
      { input: Buffer.from(light(layout, name.width)), left: 0, top: 0 },
      ...[label, title, name],
    ])
    .png({ palette: picture === null, compressionLevel: 9 })
    .toBuffer();
}

/** The spectrum along the upper edge, and the wedge that leaves the paper's name. */
function light({ width, height, nameplate: box }: CardLayout, nameWidth: number): string {
  const stops = COLOURS.hues
    .map(
      (hue, index) => `<stop offset="${index / (COLOURS.hues.length - 1)}" stop-color="${hue}"/>`,
    )
    .join('');
  const [from, to, middle] = [box.left + nameWidth + 24, box.left + box.width, box.top + 22];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <linearGradient id="edge">${stops}</linearGradient>
    <linearGradient id="wedge" x2="0" y2="1">${stops}</linearGradient>
    <rect width="${width}" height="${EDGE}" fill="url(#edge)"/>
    <path d="M${from} ${middle - 1}L${to} ${middle - 13}V${middle + 13}L${from} ${middle + 1}Z" fill="url(#wedge)"/>
  </svg>`;
}

/** The picture cut to its box, around its focal point. */
async function cropped(
  { picture }: Card,
  { picture: box }: CardLayout,
): Promise<OverlayOptions | null> {
  if (picture === null || box === null) return null;
  const upright = sharp(picture.bytes).autoOrient();
  const { width, height } = (await upright.metadata()).autoOrient;
  const scale = Math.max(box.width / width, box.height / height);
  const [cutWidth, cutHeight] = [
    Math.min(width, Math.round(box.width / scale)),
    Math.min(height, Math.round(box.height / scale)),
  ];
  const input = await upright
    .extract({
      left: start(picture.focalPoint.x, width, cutWidth),
      top: start(picture.focalPoint.y, height, cutHeight),
      width: cutWidth,
      height: cutHeight,
    })
    .resize(box.width, box.height, { fit: 'fill' })
    .flatten({ background: COLOURS.paper })
    .toColourspace('srgb')
    .png()
    .toBuffer();
  return { input, left: box.left, top: box.top };
}

/** Where a cut begins so that the focal point is as near to its middle as the picture allows. */
function start(focus: number, whole: number, cut: number): number {
  return Math.round(Math.min(whole - cut, Math.max(0, focus * whole - cut / 2)));
}
