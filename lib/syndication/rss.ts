import type { Feed } from '@/lib/page-models/feed';
import type { SyndicatedStory } from '@/lib/page-models/syndicated-story';
import { publication } from '@/lib/site/publication';
import { MEDIA, mediaContent } from './media';
import { storyHtml, textHtml } from './story-html';
import { element, type Xml, xmlDocument } from './xml';

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': MEDIA,
};

/** A feed as RSS 2.0, whole stories in `content:encoded` (RSS Best Practices Profile). */
export function renderRss(feed: Feed): string {
  const channel = element(
    'channel',
    {},
    element('title', {}, feed.title),
    element('link', {}, feed.homeUrl),
    element('description', {}, textHtml(feed.description)),
    element('language', {}, publication.language),
    element('lastBuildDate', {}, feed.updated.toUTCString()),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.selfUrls.xml }),
    ...feed.hubs.map((hub) => element('atom:link', { rel: 'hub', href: hub })),
    ...feed.stories.map(item),
  );
  return xmlDocument(element('rss', { version: '2.0', ...namespaces }, channel));
}

/** RSS knows no date of change: Atom’s is told beside its own. */
function item(story: SyndicatedStory): Xml {
  const { section, tags, language } = story;
  return element(
    'item',
    {},
    element('title', {}, story.headline),
    element('link', {}, story.url),
    element('guid', { isPermaLink: 'false' }, story.id),
    element('pubDate', {}, story.published.toUTCString()),
    element('atom:updated', {}, story.updated.toISOString()),
    ...story.authors.map(({ text }) => element('dc:creator', {}, text)),
    language === publication.language ? null : element('dc:language', {}, language),
    ...[section, ...tags].map(({ text }) => element('category', {}, text)),
    element('description', {}, textHtml(story.standfirst)),
    element('content:encoded', {}, storyHtml(story)),
    mediaContent(story.image),
  );
}
