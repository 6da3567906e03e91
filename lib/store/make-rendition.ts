import sharp, { type Sharp } from 'sharp';
import { frameOf, type Size } from '@/lib/text/crops';
import type { Format, Rendition } from '@/lib/text/renditions';

// A picture is made beside pages that readers wait for: one thread is its share, and none of the
// decoded pictures is met again soon enough to be kept.
sharp.concurrency(1);
sharp.cache(false);

/** AVIF's first efforts take a tenth of the time of the default, for files a tenth larger. */
const encode: Readonly<Record<Format, (image: Sharp) => Sharp>> = {
  avif: (image) => image.avif({ quality: 50, effort: 2 }),
  webp: (image) => image.webp({ quality: 75 }),
  jpg: (image) => image.jpeg({ quality: 80, mozjpeg: true }),
};

/**
 * Makes one rendition of a picture. It stands upright as its camera was held, its colours are sRGB,
 * and nothing is left of what else the file told: the place, the camera, the owner (sharp writes no
 * metadata unless asked to). Of a moving picture it is the first frame. What is transparent becomes
 * white, as in most programs in which pictures are drawn: dark lines must be seen on a dark page.
 * Of a damaged file it shows what there is, as browsers do.
 */
export async function makeRendition(
  original: Uint8Array,
  picture: Size,
  { crop, width, height, format }: Rendition,
): Promise<Uint8Array<ArrayBuffer>> {
  const image = sharp(original, { failOn: 'none' })
    .autoOrient()
    .extract(frameOf(picture, crop))
    .resize(width, height, { fit: 'fill' })
    .flatten({ background: 'white' });
  return Uint8Array.from(await encode[format](image).toBuffer());
}
