import { environment } from '@/lib/site/environment';
import { publication } from '@/lib/site/publication';
import { type FeedStories, listFeedStories } from '@/lib/store/feed-queries';
import { findAuthor, findSection, findTag, findTagAlias } from '@/lib/store/list-queries';
import { type FeedFormat, feedPath } from '@/lib/text/feed-path';
import { authorKey, pageKeys, sectionKey, tagKey } from '@/lib/text/page-keys';
import { feedTitle } from './feed-links';
import { changedAt, keysOf, latest } from './freshness';
import { absoluteUrl } from './head';
import type { Freshness } from './model';
import type { Moved } from './page';
import { buildSyndicatedStory, type SyndicatedStory } from './syndicated-story';
import { slugsOf } from './tag-page';

/** The newest stories of the paper or of one list, whole, for programs that readers follow it with. */
export type Feed = Freshness &
  Readonly<{
    kind: 'feed';
    title: string;
    description: string;
    /** Of the page that shows the same list. */
    homeUrl: string;
    selfUrls: Readonly<Record<FeedFormat, string>>;
    /** When anything in it last changed, or left it; never the time of a request. */
    updated: Date;
    /** Newest first. */
    stories: readonly SyndicatedStory[];
    hubs: readonly string[];
  }>;

type FeedParts = Readonly<{
  /** Of the list; null: every story. */
  name: string | null;
  description: string;
  home: string;
  /** One is sent whenever a story enters the list or leaves it. */
  keys: readonly string[];
}>;

/** Atom demands a date even of a feed in which nothing has ever stood (RFC 4287, 4.1.1). */
const NEVER = new Date(0);

export async function loadSiteFeed(now: Date): Promise<Feed> {
  const { description } = publication;
  const parts = { name: null, description, home: '/', keys: [pageKeys.front] };
  return buildFeed(parts, await listFeedStories({ kind: 'site' }, now, publication.feedSize));
}

/** Null for no such section. */
export async function loadSectionFeed(slug: string, now: Date): Promise<Feed | null> {
  const [section, stories] = await Promise.all([
    findSection(slug),
    listFeedStories({ kind: 'section', slug }, now, publication.feedSize),
  ]);
  if (section === null) return null;
  const { name, description } = section;
  return buildFeed({ name, description, home: `/${slug}`, keys: [sectionKey(slug)] }, stories);
}

/** Moved, to the page of the tag, for an alias; null for no such tag. */
export async function loadTagFeed(slug: string, now: Date): Promise<Feed | Moved | null> {
  const tag = await findTag(slug);
  if (tag === null) {
    const canonical = await findTagAlias(slug);
    return canonical === null ? null : { kind: 'moved', href: `/tag/${canonical}` };
  }
  const { name, description } = tag;
  const stories = await listFeedStories({ kind: 'tag', tag }, now, publication.feedSize);
  const keys = slugsOf(tag).map(tagKey);
  return buildFeed({ name, description, home: `/tag/${slug}`, keys }, stories);
}

/** Null for no such author. */
export async function loadAuthorFeed(slug: string, now: Date): Promise<Feed | null> {
  const [author, stories] = await Promise.all([
    findAuthor(slug),
    listFeedStories({ kind: 'author', slug }, now, publication.feedSize),
  ]);
  if (author === null) return null;
  const { name } = author;
  const description = `Stories by ${name}, ${publication.name}.`;
  return buildFeed(
    { name, description, home: `/author/${slug}`, keys: [authorKey(slug)] },
    stories,
  );
}

export function buildFeed(
  { name, description, home, keys }: FeedParts,
  { stories, lastWithdrawal }: FeedStories,
): Feed {
  const items = stories.map(buildSyndicatedStory);
  const modified = latest([
    ...stories.map(changedAt),
    ...items.map(({ updated }) => updated),
    ...(lastWithdrawal === null ? [] : [lastWithdrawal]),
  ]);
  const selfUrl = (format: FeedFormat) => absoluteUrl(feedPath(home, format));
  return {
    kind: 'feed',
    keys: keysOf([...keys, pageKeys.frame, pageKeys.tags, ...stories.flatMap(authorKeys)], stories),
    modified,
    title: feedTitle(name),
    description,
    homeUrl: absoluteUrl(home),
    selfUrls: { xml: selfUrl('xml'), atom: selfUrl('atom'), json: selfUrl('json') },
    updated: modified ?? NEVER,
    stories: items,
    hubs: environment().hubs,
  };
}

function authorKeys({ authors }: FeedStories['stories'][number]): readonly string[] {
  return authors.map(({ slug }) => authorKey(slug));
}
