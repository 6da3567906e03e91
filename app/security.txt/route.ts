import { environment } from '@/lib/site/environment';
import { renderSecurityTxt } from '@/lib/syndication/security-txt';
import { answerFixed } from '../answer-fixed';

export const dynamic = 'force-dynamic';

/** At /.well-known/security.txt, which next.config.js leads here, and at the root as of old. */
export function GET(): Response {
  const text = renderSecurityTxt(environment().siteUrl, new Date());
  if (text !== null) return answerFixed('text/plain; charset=utf-8', text);
  console.error(
    'security.txt is not served: its date is past. See that the contact in lib/site/publication.ts is still read, and write a date within a year from now into “expires”.',
  );
  return new Response('There is nothing at this address.\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
