import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { parseFeed } from 'feedsmith';

/** What a program that people follow a feed with makes of one story. */
export type ReadItem = Readonly<{
  id: string;
  url: string;
  title: string;
  summary: string;
  html: string;
  published: string;
  updated: string;
  authors: readonly string[];
  categories: readonly string[];
}>;

/** By feedsmith (on fast-xml-parser), which reads all three forms. */
export function readFeed(text: string): readonly ReadItem[] {
  const { format, feed } = parseFeed(text);
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map((item) => ({
        id: item.guid?.value ?? '',
        url: item.link ?? '',
        title: item.title ?? '',
        summary: item.description ?? '',
        html: item.content?.encoded ?? '',
        published: isoOf(item.pubDate),
        updated: isoOf(item.atom?.updated),
        authors: item.dc?.creators ?? [],
        categories: (item.categories ?? []).map(({ name }) => name ?? ''),
      }));
    case 'atom':
      return (feed.entries ?? []).map((entry) => ({
        id: entry.id ?? '',
        url: entry.links?.[0]?.href ?? '',
        title: entry.title?.value ?? '',
        summary: entry.summary?.value ?? '',
        html: entry.content?.value ?? '',
        published: isoOf(entry.published),
        updated: isoOf(entry.updated),
        authors: (entry.authors ?? []).map(({ name }) => name ?? ''),
        categories: (entry.categories ?? []).map(({ term }) => term ?? ''),
      }));
    case 'json':
      return (feed.items ?? []).map((item) => ({
        id: item.id ?? '',
        url: item.url ?? '',
        title: item.title ?? '',
        summary: item.summary ?? '',
        html: item.content_html ?? '',
        published: isoOf(item.date_published),
        updated: isoOf(item.date_modified),
        authors: (item.authors ?? []).map(({ name }) => name ?? ''),
        categories: [...(item.tags ?? [])],
      }));
    default:
      throw new Error(`not a feed that we make: ${format}`);
  }
}

type Part = Readonly<Record<string, unknown>>;
type FeedParser = NodeJS.ReadWriteStream;
const FeedParser: new () => FeedParser = createRequire(import.meta.url)('feedparser');

/** By feedparser (on sax), which reads RSS and Atom; it tells one author. */
export async function readFeedAgain(xml: string): Promise<readonly Omit<ReadItem, 'authors'>[]> {
  const items: Omit<ReadItem, 'authors'>[] = [];
  const parser = Readable.from([xml]).pipe(new FeedParser());
  for await (const found of parser) {
    const item = found as unknown as Part & { categories: string[]; date: Date; pubdate: Date };
    const atomUpdated = item['atom:updated'] as { '#'?: string } | undefined;
    items.push({
      id: String(item.guid),
      url: String(item.link),
      title: String(item.title),
      summary: String(item.summary),
      html: String(item.description),
      published: item.pubdate.toISOString(),
      updated: atomUpdated?.['#'] ?? item.date.toISOString(),
      categories: item.categories,
    });
  }
  return items;
}

function isoOf(date: unknown): string {
  return new Date(String(date)).toISOString();
}
