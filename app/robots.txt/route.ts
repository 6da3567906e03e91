import { environment } from '@/lib/site/environment';
import { renderRobots } from '@/lib/syndication/robots';
import { answerFixed } from '../answer-fixed';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  const { siteUrl, aiPolicy } = environment();
  return answerFixed('text/plain; charset=utf-8', renderRobots(siteUrl, aiPolicy));
}
