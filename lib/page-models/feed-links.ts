import { publication } from '@/lib/site/publication';
import type { Alternate, Link } from './model';

/** A feed's form, named as its address ends. */
export type FeedFormat = 'xml' | 'atom' | 'json';

export const feedFormats: Readonly<Record<FeedFormat, Readonly<{ type: string; name: string }>>> = {
  xml: { type: 'application/rss+xml', name: 'RSS' },
  atom: { type: 'application/atom+xml', name: 'Atom' },
  json: { type: 'application/feed+json', name: 'JSON Feed' },
};

const formats = Object.keys(feedFormats) as FeedFormat[];

/** The feed of the list at `home`, a site path. */
export function feedPath(home: string, format: FeedFormat): string {
  return `${home === '/' ? '' : home}/feed.${format}`;
}

/** What a feed is called where it stands among others. @param name of the list; null: all stories */
export function feedTitle(name: string | null): string {
  return name === null ? publication.name : `${publication.name}: ${name}`;
}

/** The feed of a list in every form, for `<head>`. */
export function feedAlternates(home: string, name: string | null): readonly Alternate[] {
  return formats.map((format) => feedAlternate(home, name, format));
}

/** The feed of a list in one form, for `<head>`. */
export function feedAlternate(home: string, name: string | null, format: FeedFormat): Alternate {
  const { type, name: form } = feedFormats[format];
  return { href: feedPath(home, format), type, title: `${feedTitle(name)} (${form})` };
}

/** The same for readers, under the list. */
export function feedLinks(home: string): readonly Link[] {
  return formats.map((format) => ({
    href: feedPath(home, format),
    text: feedFormats[format].name,
  }));
}
