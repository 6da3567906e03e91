import { loadCard } from '@/lib/page-models/card';
import { drawCard } from '@/lib/syndication/card/draw';
import { answerDocument } from '../../../answer-document';
import type { RouteProps } from '../../../route-props';

export const dynamic = 'force-dynamic';

export async function GET(
  _request: Request,
  { params }: Pick<RouteProps<{ id: string; file: string }>, 'params'>,
): Promise<Response> {
  const { id, file } = await params;
  return answerDocument(`/card/${id}/${file}`, (now) => loadCard(id, file, now, drawCard));
}
