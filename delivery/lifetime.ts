import { pageKeys } from '@/lib/text/page-keys';

/** How long an answer may be kept: by browsers, by shared caches between us and them, by us. */
export type Lifetime = Readonly<{
  /** Value of Cache-Control. */
  cacheControl: string;
  /** Milliseconds that we serve it without asking the renderer again, if nothing is published. */
  freshFor: number;
}>;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Browsers ask again after a minute, mostly to hear 304. Shared caches may keep a page for an hour,
 * show it for another while they ask, and for a day while nothing answers; who purges them by key
 * shows changes at once.
 */
const PAGE: Lifetime = {
  cacheControl:
    'public, max-age=60, s-maxage=3600, stale-while-revalidate=3600, stale-if-error=86400',
  freshFor: HOUR,
};

/**
 * What readers turn to changes without a publication, and no purge tells of it. A page that says so
 * goes on being served past its time while it is rendered again.
 */
const READINGS: Lifetime = {
  cacheControl:
    'public, max-age=60, s-maxage=300, stale-while-revalidate=3600, stale-if-error=86400',
  freshFor: 5 * MINUTE,
};

/**
 * A feed is asked for again and again, by programs that go by what it says of itself: every five
 * minutes is often enough for readers who are not there, and costs them little (304).
 */
const FEED: Lifetime = { ...PAGE, cacheControl: PAGE.cacheControl.replace('=60,', '=300,') };

/** The question is the reader's own: no shared cache should hold it. */
const SEARCH: Lifetime = { cacheControl: 'private, max-age=60', freshFor: MINUTE };

/** Stories leave it as time passes, without anything being published. */
const NEWS: Lifetime = {
  cacheControl: 'public, max-age=60, s-maxage=300, stale-while-revalidate=60, stale-if-error=86400',
  freshFor: 5 * MINUTE,
};

/** Something may be published there at any moment. */
const MISSING: Lifetime = { cacheControl: 'public, max-age=10, s-maxage=30', freshFor: MINUTE };

/** A withdrawn story may come back, a moved one move again. */
const SETTLED: Lifetime = { cacheControl: 'public, max-age=60, s-maxage=3600', freshFor: HOUR };

/** Named for its content, or for the build it belongs to. */
const IMMUTABLE: Lifetime = {
  cacheControl: 'public, max-age=31536000, immutable',
  freshFor: 24 * HOUR,
};

/** A changed font or icon gets a new name, but the old name may be seen to by hand. */
const ASSET: Lifetime = { cacheControl: 'public, max-age=604800', freshFor: 24 * HOUR };

/** For whoever holds the link, and no cache on the way. */
const PREVIEW: Lifetime = { cacheControl: 'private, no-store', freshFor: 0 };

const FAILURE: Lifetime = { cacheControl: 'no-store', freshFor: 0 };

/**
 * The same of an answer that may no longer be true: shared caches should ask again soon, and may go
 * on with it if nobody answers them. What they may not keep, or keep for ever, stays as it is.
 */
export function whenStale(cacheControl: string): string {
  if (!cacheControl.includes('s-maxage')) return cacheControl;
  return 'public, max-age=0, s-maxage=5, stale-if-error=86400';
}

/** @param keys of what the answer shows, see lib/text/page-keys.ts */
export function lifetimeOf(key: string, status: number, keys: readonly string[]): Lifetime {
  if (isPreview(key)) return PREVIEW;
  if (status === 404) return MISSING;
  if (status === 410 || status === 308 || status === 301) return SETTLED;
  if (status !== 200) return FAILURE;
  if (/^\/(?:media|card|_next\/static)\//.test(key)) return IMMUTABLE;
  if (isAsset(key)) return ASSET;
  if (isFeed(key)) return FEED;
  if (key === '/search' || key.startsWith('/search?')) return SEARCH;
  if (key === '/news-sitemap.xml' || key.startsWith('/sitemap-news-')) return NEWS;
  return keys.includes(pageKeys.readings) ? READINGS : PAGE;
}

/** Whether a key is that of a feed: it holds whole stories. */
export function isFeed(key: string): boolean {
  return /\/feed\.(?:xml|atom|json)$/.test(key);
}

/** Whether a key is that of a story which only those with its link may see. */
export function isPreview(key: string): boolean {
  return key.startsWith('/preview/');
}

function isAsset(key: string): boolean {
  return key.startsWith('/fonts/') || /^\/[\w-]+\.(?:svg|png|ico)$/.test(key);
}
