import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Picture } from './blocks';

type Fault = Readonly<{ message: string; remedy: string }>;

/** A picture file of the content folder, or what is wrong with it. */
export type MeasuredPicture = Readonly<{ picture: Picture; bytes: Uint8Array }> | Fault;

/** What a file of the content folder must be named to be taken for a picture. */
export const PICTURE_NAME = /\.(jpe?g|png|webp|avif)$/i;

const RESAVE = 'save it again as JPEG, PNG, WebP or AVIF';

/** Tells the real type by the bytes, not by the name, and the size as browsers show it. */
export async function measurePicture(bytes: Uint8Array): Promise<MeasuredPicture> {
  try {
    const metadata = await sharp(bytes).metadata();
    const mediaType = mediaTypeOf(metadata.format, metadata.compression);
    if (mediaType === null) {
      return { message: `the file is ${metadata.format}, whatever its name says`, remedy: RESAVE };
    }
    const { width, height } = metadata.autoOrient;
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    return { picture: { hash, mediaType, width, height }, bytes };
  } catch {
    return { message: 'the file cannot be read as a picture', remedy: RESAVE };
  }
}

function mediaTypeOf(format: string, compression: string | undefined): Picture['mediaType'] | null {
  if (format === 'jpeg' || format === 'png' || format === 'webp') return `image/${format}`;
  return format === 'avif' || (format === 'heif' && compression === 'av1') ? 'image/avif' : null;
}
