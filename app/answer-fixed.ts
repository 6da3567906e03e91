import { pageKeys } from '@/lib/text/page-keys';
import { keysHeader } from './answer-headers';

/**
 * Answers with what the site says of itself, without a look into the database: a crawler that cannot
 * read robots.txt leaves the whole site alone (RFC 9309, 2.3.1.4).
 */
export function answerFixed(contentType: string, body: string): Response {
  return new Response(body, {
    headers: { 'Content-Type': contentType, ...keysHeader([pageKeys.site]) },
  });
}
