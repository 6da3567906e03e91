import { publication } from '@/lib/site/publication';
import { FEED_FORMATS, type FeedFormat, feedPath } from '@/lib/text/feed-path';
import type { Alternate, Link } from './model';

export const feedFormats: Readonly<Record<FeedFormat, Readonly<{ type: string; name: string }>>> = {
  xml: { type: 'application/rss+xml', name: 'RSS' },
  atom: { type: 'application/atom+xml', name: 'Atom' },
  json: { type: 'application/feed+json', name: 'JSON Feed' },
};

/** What a feed is called where it stands among others. @param name of the list; null: all stories */
export function feedTitle(name: string | null): string {
  return name === null ? publication.name : `${publication.name}: ${name}`;
}

/** The feed of a list in every form, for `<head>`. */
export function feedAlternates(home: string, name: string | null): readonly Alternate[] {
  return FEED_FORMATS.map((format) => feedAlternate(home, name, format));
}

/** The feed of a list in one form, for `<head>`. */
export function feedAlternate(home: string, name: string | null, format: FeedFormat): Alternate {
  const { type, name: form } = feedFormats[format];
  return { href: feedPath(home, format), type, title: `${feedTitle(name)} (${form})` };
}

/** The same for readers, under the list. */
export function feedLinks(home: string): readonly Link[] {
  return FEED_FORMATS.map((format) => ({
    href: feedPath(home, format),
    text: feedFormats[format].name,
  }));
}
