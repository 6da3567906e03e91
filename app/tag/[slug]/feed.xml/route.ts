import { loadTagFeed } from '@/lib/page-models/feed';
import { answerFeed } from '../../../answer-feed';
import type { RouteProps } from '../../../route-props';

export const dynamic = 'force-dynamic';

export async function GET(
  _request: Request,
  { params }: Pick<RouteProps<{ slug: string }>, 'params'>,
): Promise<Response> {
  const { slug } = await params;
  return answerFeed(`/tag/${slug}`, 'xml', (now) => loadTagFeed(slug, now));
}
