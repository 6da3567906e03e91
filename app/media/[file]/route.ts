import { loadMediaFile } from '@/lib/page-models/media-file';
import { pageKeys } from '@/lib/text/page-keys';
import { answerMedia } from '../../answer-media';
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
  return answerMedia(media, {
    whenThere: 'public, max-age=31536000, immutable',
    whenNot: { 'Cache-Control': 'no-cache', 'X-Prism-Keys': pageKeys.missing },
  });
}
