import { loadPreviewMediaFile } from '@/lib/page-models/media-file';
import { answerMedia } from '../../../answer-media';
import type { RouteProps } from '../../../route-props';

/** One rendition of a picture of a story that is looked at before readers see it; nobody keeps it. */
export async function GET(
  _request: Request,
  { params }: Pick<RouteProps<{ token: string; file: string }>, 'params'>,
): Promise<Response> {
  const { token, file } = await params;
  return answerMedia(await loadPreviewMediaFile(token, file, new Date()), {
    whenThere: 'private, no-store',
    whenNot: { 'Cache-Control': 'private, no-store' },
  });
}
