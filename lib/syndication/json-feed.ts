import type { Feed } from '@/lib/page-models/feed';
import type { SyndicatedStory } from '@/lib/page-models/syndicated-story';
import { publication } from '@/lib/site/publication';
import { storyHtml } from './story-html';
import { permitted } from './xml';

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function renderJsonFeed(feed: Feed): string {
  const { hubs } = feed;
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrls.json,
    description: feed.description,
    language: publication.language,
    authors: [{ name: publication.name }],
    ...(hubs.length > 0 ? { hubs: hubs.map((url) => ({ type: 'WebSub', url })) } : {}),
    items: feed.stories.map(item),
  };
  return `${JSON.stringify(document, (_, value) => (typeof value === 'string' ? permitted(value) : value))}\n`;
}

function item(story: SyndicatedStory) {
  const { section, tags, language } = story;
  return {
    id: story.id,
    url: story.url,
    title: story.headline,
    summary: story.standfirst,
    content_html: storyHtml(story),
    ...(story.image === null ? {} : { image: story.image.url }),
    date_published: story.published.toISOString(),
    date_modified: story.updated.toISOString(),
    authors: story.authors.map(({ text, href }) => ({ name: text, url: href })),
    tags: [section, ...tags].map(({ text }) => text),
    ...(language === publication.language ? {} : { language }),
  };
}
