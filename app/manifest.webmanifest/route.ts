import { renderWebManifest } from '@/lib/syndication/web-manifest';
import { answerFixed } from '../answer-fixed';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  return answerFixed('application/manifest+json', renderWebManifest());
}
