import type { Feed } from '@/lib/page-models/feed';
import type { SyndicatedStory } from '@/lib/page-models/syndicated-story';
import { publication } from '@/lib/site/publication';
import { MEDIA, mediaContent } from './media';
import { storyHtml } from './story-html';
import { element, type Xml, xmlDocument } from './xml';

/** A feed as Atom 1.0 (RFC 4287), whole stories in `content`. */
export function renderAtom(feed: Feed): string {
  return xmlDocument(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:media': MEDIA,
        'xml:lang': publication.language,
      },
      element('id', {}, feed.selfUrls.atom),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.description),
      element('updated', {}, feed.updated.toISOString()),
      element('author', {}, element('name', {}, publication.name)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.selfUrls.atom }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.homeUrl }),
      ...feed.hubs.map((hub) => element('link', { rel: 'hub', href: hub })),
      ...feed.stories.map(entry),
    ),
  );
}

function entry(story: SyndicatedStory): Xml {
  const { section, tags, language } = story;
  return element(
    'entry',
    { 'xml:lang': language === publication.language ? null : language },
    element('id', {}, story.id),
    element('title', {}, story.headline),
    element('link', { rel: 'alternate', type: 'text/html', href: story.url }),
    element('published', {}, story.published.toISOString()),
    element('updated', {}, story.updated.toISOString()),
    ...story.authors.map(({ text, href }) =>
      element('author', {}, element('name', {}, text), element('uri', {}, href)),
    ),
    ...[section, ...tags].map(({ text }) => element('category', { term: text })),
    element('summary', {}, story.standfirst),
    element('content', { type: 'html' }, storyHtml(story)),
    mediaContent(story.image),
  );
}
