import { loadSiteFeed } from '@/lib/page-models/feed';
import { answerFeed } from '../answer-feed';

export const dynamic = 'force-dynamic';

export function GET(): Promise<Response> {
  return answerFeed('/', 'json', loadSiteFeed);
}
