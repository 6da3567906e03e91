import path from 'node:path';
import sharp from 'sharp';
import { isStyleGuideOpen } from '../open';

/**
 * What the examples' picture shows, whatever variant of it was asked for: next.config.js leads here
 * every address below /media that names its hash, which is no hash of anything.
 */
export async function GET(): Promise<Response> {
  if (!isStyleGuideOpen()) {
    return new Response('There is no picture at this address.\n', { status: 404 });
  }
  const drawing = path.join(process.cwd(), 'components', 'sample-picture.svg');
  const bytes = await sharp(drawing).webp({ quality: 90 }).toBuffer();
  return new Response(Uint8Array.from(bytes), { headers: { 'Content-Type': 'image/webp' } });
}
