import { describe, expect, test } from 'vitest';
import { lifetimeOf, whenStale } from './lifetime';

/** Seconds by directive; true for one without a value. */
function directives(value: string): Record<string, number | true> {
  return Object.fromEntries(
    value.split(', ').map((part) => {
      const [name = '', seconds] = part.split('=');
      return [name, seconds === undefined ? true : Number(seconds)];
    }),
  );
}

const HOUR = 3600;

describe('a page', () => {
  test.each(['/politics', '/politics/story', '/tag/ukraine?page=2', '/llms.txt', '/about'])(
    '%s is kept by browsers for a moment, by shared caches for hours, never for a year',
    (key) => {
      const found = directives(lifetimeOf(key, 200, []).cacheControl);
      expect(found.public).toBe(true);
      expect(found['max-age']).toBeLessThanOrEqual(60);
      for (const name of ['s-maxage', 'stale-while-revalidate', 'stale-if-error']) {
        expect(found[name]).toBeGreaterThanOrEqual(HOUR);
        expect(found[name]).toBeLessThanOrEqual(24 * HOUR);
      }
    },
  );

  test.each(['/', '/politics'])(
    '%s that says what is read is renewed within minutes, and shown meanwhile like any other',
    (key) => {
      const ofReaders = lifetimeOf(key, 200, ['section:politics', 'readings', 'frame']);
      const { 's-maxage': kept, ...rest } = directives(ofReaders.cacheControl);
      expect(kept).toBeLessThanOrEqual(300);
      expect(ofReaders.freshFor).toBeLessThanOrEqual(300_000);
      const other = lifetimeOf(key, 200, ['section:politics', 'frame']);
      const { 's-maxage': _, ...ofOthers } = directives(other.cacheControl);
      expect(rest).toEqual(ofOthers);
    },
  );

  test.each(['/feed.xml', '/world/feed.atom', '/tag/ukraine/feed.json'])(
    '%s is a feed: programs ask again after minutes, shared caches as for a page',
    (key) => {
      const [feed, page] = [key, '/world'].map((each) =>
        directives(lifetimeOf(each, 200, []).cacheControl),
      );
      expect(feed).toEqual({ ...page, 'max-age': 300 });
    },
  );

  test('that is a search is for its reader alone', () => {
    for (const key of ['/search', '/search?q=ukraine']) {
      expect(directives(lifetimeOf(key, 200, []).cacheControl)).toEqual({
        private: true,
        'max-age': 60,
      });
    }
    expect(lifetimeOf('/searching', 200, [])).toEqual(lifetimeOf('/politics', 200, []));
  });
});

test.each(['/news-sitemap.xml', '/sitemap-news-2.xml'])(
  '%s is made anew every few minutes',
  (key) => {
    const { cacheControl, freshFor } = lifetimeOf(key, 200, []);
    expect(directives(cacheControl)['s-maxage']).toBe(300);
    expect(freshFor).toBe(300_000);
    expect(lifetimeOf('/sitemap-stories-1.xml', 200, [])).toEqual(lifetimeOf('/politics', 200, []));
  },
);

test.each([
  ['/media/a973d26fc89b16e5d6c223b719535ac8.webp'],
  ['/_next/static/chunks/0j1we3cwg31qe.js'],
])('%s never changes, if it is there', (key) => {
  expect(lifetimeOf(key, 200, []).cacheControl).toContain('immutable');
  expect(lifetimeOf(key, 404, []).cacheControl).not.toContain('immutable');
});

test.each(['/fonts/newsreader-text-3.woff2', '/favicon.svg', '/icon-192.png'])(
  '%s is kept for a week',
  (key) => {
    expect(lifetimeOf(key, 200, []).cacheControl).toBe('public, max-age=604800');
  },
);

test('what is not found is asked for again within half a minute', () => {
  const found = directives(lifetimeOf('/politics/soon', 404, []).cacheControl);
  expect(found).toEqual({ public: true, 'max-age': 10, 's-maxage': 30 });
});

test.each([301, 308, 410])('%i is settled for hours, without stale answers', (status) => {
  const found = directives(lifetimeOf('/politics/story', status, []).cacheControl);
  expect(found).toEqual({ public: true, 'max-age': 60, 's-maxage': HOUR });
});

test.each([302, 307, 400, 405, 414, 500, 503])('%i is kept by nobody', (status) => {
  expect(lifetimeOf('/', status, [])).toEqual({ cacheControl: 'no-store', freshFor: 0 });
});

test('a stale answer does not settle in a shared cache', () => {
  const found = directives(whenStale(lifetimeOf('/politics', 200, []).cacheControl));
  expect(found['max-age']).toBe(0);
  expect(found['s-maxage']).toBeLessThanOrEqual(5);
  expect(found['stale-if-error']).toBeGreaterThan(HOUR);
  for (const key of ['/search?q=a', '/media/a.webp']) {
    const { cacheControl } = lifetimeOf(key, 200, []);
    expect(whenStale(cacheControl)).toBe(cacheControl);
  }
});
