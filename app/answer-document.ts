import { loadEdition } from '@/lib/page-models/edition';
import type { PublicDocument } from '@/lib/page-models/model';
import type { Moved } from '@/lib/page-models/page';
import { describeFailure, isPassing } from '@/lib/page-models/problem-page';
import { pageKeys } from '@/lib/text/page-keys';
import { keysHeader, modifiedHeader } from './answer-headers';

type Load = (now: Date) => Promise<PublicDocument | Moved | null>;

/**
 * Answers a request for a feed, a sitemap or the like at `path`: 200, 410 for a withdrawn story, 308
 * for what moved, 404 for null, 503 while the database cannot be reached, 500 for a bug; all but the
 * first two in a plain line.
 */
export async function answerDocument(path: string, load: Load): Promise<Response> {
  const now = new Date();
  try {
    const document = await load(now);
    const edition = { 'X-Prism-Edition': await loadEdition() };
    if (document === null) {
      return plain(404, 'There is nothing at this address.', {
        ...keysHeader([pageKeys.missing]),
        ...edition,
      });
    }
    if (document.kind === 'moved') {
      return plain(308, 'This has moved.', {
        Location: document.href,
        ...keysHeader([pageKeys.missing]),
        ...edition,
      });
    }
    return new Response(document.body, {
      status: document.status ?? 200,
      headers: {
        'Content-Type': document.contentType,
        ...(document.links?.length ? { Link: document.links.join(', ') } : {}),
        ...(document.robots === undefined ? {} : { 'X-Robots-Tag': document.robots }),
        ...(document.immutable && { 'Cache-Control': 'public, max-age=31536000, immutable' }),
        ...keysHeader(document.keys),
        ...modifiedHeader(document.modified, now),
        ...edition,
      },
    });
  } catch (error) {
    console.error(`${path} could not be answered: ${describeFailure(error)}`);
    return isPassing(error)
      ? plain(503, 'This is not available just now.', { 'Retry-After': '5' })
      : plain(500, 'Something went wrong on our side.');
  }
}

function plain(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  });
}
