import { environment } from '@/lib/site/environment';
import { renderHumansTxt } from '@/lib/syndication/humans-txt';
import { answerFixed } from '../answer-fixed';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  return answerFixed('text/plain; charset=utf-8', renderHumansTxt(environment().siteUrl));
}
