import { findMedia } from '@/lib/store/media-queries';
import { mediaPath, parseMediaFile } from '@/lib/text/media-path';

/** A picture's bytes. The name is their hash, so they never change. */
export async function GET(
  _request: Request,
  { params }: Readonly<{ params: Promise<{ file: string }> }>,
): Promise<Response> {
  const { file } = await params;
  const hash = parseMediaFile(file);
  const media = hash === null ? null : await findMedia(hash, new Date());
  if (media === null || mediaPath(media) !== `/media/${file}`) {
    return new Response('There is no picture at this address.\n', { status: 404 });
  }
  return new Response(Uint8Array.from(media.bytes), {
    headers: {
      'Content-Type': media.mediaType,
      'Cache-Control': 'public, max-age=31536000, immutable',
      ETag: `"${media.hash}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
