import path from 'node:path';
import process from 'node:process';
import sharp from 'sharp';
import type { Box } from './layout';
import { breakable, families } from './scripts';

/** Read by the text engine when it first sets a text: our fonts, and no others. */
process.env.FONTCONFIG_FILE = path.join(process.cwd(), 'lib/syndication/card/fonts/fonts.conf');

const DISPLAY = ['Prism Display', ...families].join(', ');
const TEXT = ['Prism Text', ...families].join(', ');

export type TextStyle = Readonly<{
  face: 'display' | 'text';
  colour: string;
  /** Pixels. */
  largest: number;
  smallest: number;
  /** Pixels that lines are further apart, negative for closer, as a share of the size. */
  leading?: number;
  atRight?: boolean;
}>;

/** A text as a picture, with where it stands. */
export type SetText = Readonly<{ input: Buffer; left: number; top: number; width: number }>;

/**
 * Sets a text as large as its box allows. Never overflows: a text that is too long at the smallest
 * size loses its last words to an ellipsis.
 */
export async function setText(words: string, box: Box, style: TextStyle): Promise<SetText> {
  const set = await largest(words, box, style);
  const { data, width } = set ?? (await shorten(words, style.smallest, box, style));
  const left = style.atRight === true ? box.left + box.width - width : box.left;
  return { input: data, left, top: box.top, width };
}

type Rendered = Readonly<{ data: Buffer; width: number; height: number }>;

const fits = ({ width, height }: Rendered, box: Box) => width <= box.width && height <= box.height;

/** Halves the interval until the largest size that fits is known; null where none does. */
async function largest(words: string, box: Box, style: TextStyle): Promise<Rendered | null> {
  const first = await render(words, style.largest, box, style);
  if (fits(first, box)) return first;
  let best: Rendered | null = null;
  let [fitting, tooLarge] = [style.smallest - 1, style.largest];
  while (tooLarge - fitting > 1) {
    const size = Math.ceil((fitting + tooLarge) / 2);
    if (size === tooLarge) break;
    const set = await render(words, size, box, style);
    if (fits(set, box)) [fitting, best] = [size, set];
    else tooLarge = size;
  }
  return best;
}

/** Halves the interval until the longest beginning that fits is known. */
async function shorten(words: string, size: number, box: Box, style: TextStyle): Promise<Rendered> {
  const letters = Array.from(words);
  let [fitting, tooLong] = [0, letters.length];
  let best = await render('…', size, box, style);
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    const beginning = letters.slice(0, middle).join('').trimEnd();
    const set = await render(`${beginning}…`, size, box, style);
    if (fits(set, box)) [fitting, best] = [middle, set];
    else tooLong = middle;
  }
  return best;
}

async function render(
  words: string,
  size: number,
  { width }: Box,
  { face, colour, leading = 0 }: TextStyle,
): Promise<Rendered> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${escapeMarkup(breakable(words))}</span>`,
      font: `${face === 'display' ? DISPLAY : TEXT} ${size}`,
      width,
      // Where a text begins is seen by its own letters.
      wrap: 'word-char',
      spacing: Math.round(size * leading),
      dpi: 72,
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The one way of text into Pango's markup (docs.gtk.org/Pango/pango_markup.html). */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
