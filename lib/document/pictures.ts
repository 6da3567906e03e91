import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Picture } from './blocks';

type Fault = Readonly<{ message: string; remedy: string }>;

/** A picture file of the content folder, or what is wrong with it. */
export type MeasuredPicture =
  | Readonly<{
      picture: Picture;
      /** The mean of its colours, `#aabbcc`. */
      colour: string;
    }>
  | Fault;

/** What a file of the content folder must be named to be taken for a picture. */
export const PICTURE_NAME = /\.(jpe?g|png|webp|avif)$/i;

/** In pixels. Beyond it a picture is one for print, or a small file that unpacks to all memory. */
export const LONGEST_SIDE = 10_000;

/** In pixels: 150 MB when it is unpacked, more than cameras of our time make. */
export const LARGEST_AREA = 50_000_000;

/** In pixels: below it a picture is blurred where it stands on most screens. */
export const LEAST_WIDTH = { lead: 1200, body: 800 } as const;

const RESAVE = 'save it again as JPEG, PNG, WebP or AVIF';

/** Tells the real type by the bytes, not by the name, and the size as browsers show it. */
export async function measurePicture(bytes: Uint8Array): Promise<MeasuredPicture> {
  try {
    // Only the head of the file is read; how much is in it is judged below.
    const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
    const mediaType = mediaTypeOf(metadata.format, metadata.compression);
    if (mediaType === null) {
      return { message: `the file is ${metadata.format}, whatever its name says`, remedy: RESAVE };
    }
    if ((metadata.pages ?? 1) > 1) {
      return { message: 'the picture moves', remedy: 'save one frame of it as a picture' };
    }
    const { width, height } = metadata.autoOrient;
    if (Math.max(width, height) > LONGEST_SIDE) {
      const message = `the picture has ${width} x ${height} pixels; ${LONGEST_SIDE} a side are the most`;
      return { message, remedy: 'save it smaller: more than 1920 wide is never shown' };
    }
    if (width * height > LARGEST_AREA) {
      const message = `the picture has ${width} x ${height} pixels; ${LARGEST_AREA / 1_000_000} million in all are the most`;
      return { message, remedy: 'save it smaller: more than 1920 wide is never shown' };
    }
    const colour = await meanColour(bytes);
    if (colour === null) {
      return { message: 'the picture is damaged: it cannot be shown to its end', remedy: RESAVE };
    }
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    return { picture: { hash, mediaType, width, height }, colour };
  } catch {
    return { message: 'the file cannot be read as a picture', remedy: RESAVE };
  }
}

/**
 * The mean of a picture's colours, `#aabbcc`; null for one that is damaged: a file may begin well and end too
 * early, and only who unpacks it knows. What is merely odd may stay.
 */
async function meanColour(bytes: Uint8Array): Promise<string | null> {
  const pixel = await sharp(bytes, { failOn: 'error' })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .resize(1, 1, { fit: 'fill' })
    .raw()
    .toBuffer()
    .catch(() => null);
  return pixel && `#${pixel.subarray(0, 3).toString('hex')}`;
}

function mediaTypeOf(format: string, compression: string | undefined): Picture['mediaType'] | null {
  if (format === 'jpeg' || format === 'png' || format === 'webp') return `image/${format}`;
  return format === 'avif' || (format === 'heif' && compression === 'av1') ? 'image/avif' : null;
}

/** What an editor should know of a picture that is good enough to be published; null if nothing. */
export function adviceOn({ width }: Picture, place: keyof typeof LEAST_WIDTH): Fault | null {
  const least = LEAST_WIDTH[place];
  if (width >= least) return null;
  return {
    message: `the picture is ${width} pixels wide and will look blurred`,
    remedy: `hand in one of ${least} or more`,
  };
}
