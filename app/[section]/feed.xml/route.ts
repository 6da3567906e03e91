import { loadSectionFeed } from '@/lib/page-models/feed';
import { answerFeed } from '../../answer-feed';
import type { RouteProps } from '../../route-props';

export const dynamic = 'force-dynamic';

export async function GET(
  _request: Request,
  { params }: Pick<RouteProps<{ section: string }>, 'params'>,
): Promise<Response> {
  const { section } = await params;
  return answerFeed(`/${section}`, 'xml', (now) => loadSectionFeed(section, now));
}
