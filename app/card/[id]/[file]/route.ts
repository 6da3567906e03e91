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
  return answerDocument(`/card/${id}/${file}`, async (now) => {
    const found = await loadCard(id, file, now);
    if (found === null || found.kind === 'moved') return found;
    const { card, shape, keys, modified } = found;
    const body = Uint8Array.from(await drawCard(card, shape));
    return { kind: 'document', contentType: 'image/png', immutable: true, body, keys, modified };
  });
}
