import type { Feed } from '@/lib/page-models/feed';
import { feedFormats } from '@/lib/page-models/feed-links';
import type { PublicDocument } from '@/lib/page-models/model';
import type { FeedFormat } from '@/lib/text/feed-path';
import { renderAtom } from './atom';
import { renderJsonFeed } from './json-feed';
import { renderRss } from './rss';

const renderers = { xml: renderRss, atom: renderAtom, json: renderJsonFeed };

/** A feed in one of its forms. Its hubs are told in the header as well (WebSub, 4). */
export function feedDocument(feed: Feed, format: FeedFormat): PublicDocument {
  const { keys, modified, hubs, selfUrls } = feed;
  return {
    kind: 'document',
    keys,
    modified,
    contentType: `${feedFormats[format].type}; charset=utf-8`,
    body: renderers[format](feed),
    links:
      hubs.length === 0
        ? []
        : [...hubs.map((hub) => `<${hub}>; rel="hub"`), `<${selfUrls[format]}>; rel="self"`],
  };
}
