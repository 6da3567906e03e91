import { environment } from '@/lib/site/environment';
import { renderOpenSearch } from '@/lib/syndication/opensearch';
import { answerFixed } from '../answer-fixed';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  return answerFixed(
    'application/opensearchdescription+xml; charset=utf-8',
    renderOpenSearch(environment().siteUrl),
  );
}
