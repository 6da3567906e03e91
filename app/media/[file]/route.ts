import { loadMediaFile } from '@/lib/page-models/media-file';
import { pageKeys } from '@/lib/text/page-keys';
import type { RouteProps } from '../../route-props';

/**
 * One rendition of a picture. Its name says what it is made from and how, so it never changes; but
 * that of an embargoed story is not there until the embargo ends, so its absence must not be kept.
 */
export async function GET(
  _request: Request,
  { params }: Pick<RouteProps<{ file: string }>, 'params'>,
): Promise<Response> {
  const media = await loadMediaFile((await params).file, new Date());
  if (media === 'away') {
    return new Response('This picture is not available just now.\n', {
      status: 503,
      headers: { 'Cache-Control': 'no-store', 'Retry-After': '5' },
    });
  }
  if (media === null) {
    return new Response('There is no picture at this address.\n', {
      status: 404,
      headers: { 'Cache-Control': 'no-cache', 'X-Prism-Keys': pageKeys.missing },
    });
  }
  return new Response(media.bytes, {
    headers: {
      'Content-Type': media.mediaType,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
