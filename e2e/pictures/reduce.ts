import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';

/** What a page may grow or shrink by, in pixels of the picture, and still be laid over the other. */
const LEEWAY = 3;

/** A picture as it is kept: so many times smaller that letters blend and lines are still there. */
export async function reduce(screenshot: Buffer, scale: number): Promise<Buffer> {
  const whole = sharp(screenshot);
  const { width, height } = await whole.metadata();
  const [columns, rows] = [Math.floor(width / scale), Math.floor(height / scale)];
  return encode(
    whole
      .extract({ left: 0, top: 0, width: columns * scale, height: rows * scale })
      .resize({ width: columns, height: rows }),
  );
}

/**
 * The picture at the height of its reference where that is nearly its own: another browser may
 * round the heights of lines in another way. A page that has grown by more stays as it is, and fails.
 */
export async function asHighAs(referenceFile: string, picture: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const reference = await sizeOf(referenceFile);
  if (reference?.width !== width) return picture;
  const missing = reference.height - height;
  if (missing === 0 || Math.abs(missing) > LEEWAY) return picture;
  return encode(
    missing > 0
      ? sharp(picture).extend({ bottom: missing, extendWith: 'copy' })
      : sharp(picture).extract({ left: 0, top: 0, width, height: reference.height }),
  );
}

/** Null where there is no reference yet. */
async function sizeOf(file: string): Promise<Readonly<{ width: number; height: number }> | null> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return bytes && sharp(bytes).metadata();
}

function encode(image: Sharp): Promise<Buffer> {
  return image.removeAlpha().png({ palette: true, dither: 0 }).toBuffer();
}
