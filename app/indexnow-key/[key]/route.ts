import { environment } from '@/lib/site/environment';
import { answerFixed } from '../../answer-fixed';
import type { RouteProps } from '../../route-props';

export const dynamic = 'force-dynamic';

/** `/{INDEXNOW_KEY}.txt`, which next.config.js leads here with every name that could be a key. */
export async function GET(
  _request: Request,
  { params }: Pick<RouteProps<{ key: string }>, 'params'>,
): Promise<Response> {
  const { key } = await params;
  const type = 'text/plain; charset=utf-8';
  return environment().indexNow?.key === key
    ? answerFixed(type, key)
    : new Response('There is nothing at this address.\n', {
        status: 404,
        headers: { 'Content-Type': type },
      });
}
