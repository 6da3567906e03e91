import type { Feed } from '@/lib/page-models/feed';
import type { Moved } from '@/lib/page-models/page';
import { feedDocument } from '@/lib/syndication/feed-document';
import { type FeedFormat, feedPath } from '@/lib/text/feed-path';
import { answerDocument } from './answer-document';

type Load = (now: Date) => Promise<Feed | Moved | null>;

/** Answers a request for the feed of the list at `home`; that of a list that moved has moved too. */
export function answerFeed(home: string, format: FeedFormat, load: Load): Promise<Response> {
  return answerDocument(feedPath(home, format), async (now) => {
    const feed = await load(now);
    if (feed === null) return null;
    if (feed.kind === 'moved') return { kind: 'moved', href: feedPath(feed.href, format) };
    return feedDocument(feed, format);
  });
}
