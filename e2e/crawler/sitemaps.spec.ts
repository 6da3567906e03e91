import { expect, test } from 'playwright/test';
import { checkSitemap } from '@/scripts/testing/check-sitemap';
import { openCrawl, type Seen } from '../crawl/crawl';
import { parseRobots } from '../crawl/robots';
import { parseSitemap } from '../crawl/sitemap';
import { miami } from '../site';

const pathOf = (url: string) => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

test('a crawler finds every page by the sitemaps, each by a link as well, and no page without both', async ({
  request,
}) => {
  test.setTimeout(300_000);
  const see = openCrawl(request);
  const wrong: string[] = [];

  const robots = parseRobots((await see('/robots.txt')).text);
  const files = robots.sitemaps.map((url) => ({ url, lastmod: null as string | null }));
  const named = new Map<string, { lastmod: string | null; images: readonly string[] }>();
  expect(files.length).toBe(2);
  for (const { url, lastmod } of files) {
    const { status, headers, text } = await see(pathOf(url));
    const sitemap = parseSitemap(text);
    expect(status, url).toBe(200);
    expect(headers['content-type'], url).toBe('application/xml; charset=utf-8');
    expect(await checkSitemap(text), url).toEqual([]);
    expect(sitemap.entries.length, url).toBeLessThanOrEqual(10_000);
    if (lastmod !== null) expect(headers['last-modified'], url).toBe(httpDate(lastmod));
    for (const entry of sitemap.entries) {
      if (sitemap.kind === 'index') files.push({ url: entry.loc, lastmod: entry.lastmod });
      // The news names again what the sitemap names.
      else named.set(entry.loc, { lastmod: entry.lastmod, images: entry.images });
    }
  }

  const linkedFrom = new Map<string, string>([['/', 'the start']]);
  const pages = new Map<string, Seen>();
  for (const [path] of linkedFrom) {
    const page = await see(path);
    pages.set(path, page);
    for (const link of page.links) {
      if (link !== path && !linkedFrom.has(link)) linkedFrom.set(link, path);
    }
    expect(linkedFrom.size).toBeLessThan(2_000);
  }

  for (const [url, { lastmod, images }] of named) {
    const path = pathOf(url);
    const { status, canonical, indexable, headers, text } = await see(path);
    if (status !== 200) wrong.push(`${path} answers ${status}`);
    if (canonical !== url) wrong.push(`${path} says that it is ${canonical}`);
    if (!indexable) wrong.push(`${path} is not to be indexed`);
    if (!robots.allows('Googlebot', path)) wrong.push(`${path} is closed by robots.txt`);
    if (!linkedFrom.has(path)) wrong.push(`${path} is an orphan: no page links to it`);
    if (lastmod !== null && httpDate(lastmod) !== headers['last-modified']) {
      wrong.push(`${path} changed ${headers['last-modified']}, its sitemap says ${lastmod}`);
    }
    for (const image of images) {
      if (!text.includes(pathOf(image))) wrong.push(`${path} does not show ${image}`);
    }
  }

  // Pages of a list after its first are parts of it: there to be followed, not to arrive at.
  for (const [path, { canonical, indexable }] of pages) {
    if (!indexable || /[?&]page=/.test(path)) continue;
    if (canonical === null || !named.has(canonical)) wrong.push(`${path} is in no sitemap`);
  }
  expect(wrong).toEqual([]);
  expect(named.size).toBeGreaterThan(100);
  expect(named.has(new URL(miami, robots.sitemaps[0]).href)).toBe(true);
});

test('robots.txt closes the search, but no section that begins with its name', async ({
  request,
}) => {
  const robots = parseRobots(await (await request.get('/robots.txt')).text());
  const open = ['/', miami, '/search-and-rescue', '/feed.xml', '/media/a.webp', '/sitemap.xml'];
  for (const path of open) expect(robots.allows('Googlebot', path), path).toBe(true);
  for (const path of ['/search', '/search?q=ceasefire', '/preview/abc']) {
    expect(robots.allows('Googlebot', path), path).toBe(false);
  }
  for (const agent of ['GPTBot', 'ClaudeBot', 'Google-Extended', 'CCBot']) {
    expect(robots.allows(agent, miami), agent).toBe(false);
  }
  for (const agent of ['OAI-SearchBot', 'Claude-User', 'bingbot']) {
    expect(robots.allows(agent, miami), agent).toBe(true);
  }
});

for (const [path, type] of [
  ['/robots.txt', 'text/plain; charset=utf-8'],
  ['/humans.txt', 'text/plain; charset=utf-8'],
  ['/.well-known/security.txt', 'text/plain; charset=utf-8'],
  ['/opensearch.xml', 'application/opensearchdescription+xml; charset=utf-8'],
  ['/manifest.webmanifest', 'application/manifest+json'],
] as const) {
  test(`${path} is there, typed, and asked for again costs a 304`, async ({ request }) => {
    // Of what is compressed there is soon a better copy, with another tag.
    const plain = { 'Accept-Encoding': 'identity' };
    const response = await request.get(path, { maxRedirects: 0, headers: plain });
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toBe(type);
    const again = await request.get(path, {
      headers: { ...plain, 'If-None-Match': response.headers().etag ?? '' },
    });
    expect(again.status()).toBe(304);
  });
}

test('the front page hands over the search, every page the manifest, and the icons that it names are there', async ({
  page,
}) => {
  const linked = async (path: string, rel: string) => {
    await page.goto(path);
    return page
      .locator(`head link[rel="${rel}"]`)
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  };
  expect(await linked('/', 'search')).toEqual(['/opensearch.xml']);
  for (const path of ['/', '/about', '/world', '/search', '/nothing-here']) {
    expect(await linked(path, 'manifest'), path).toEqual(['/manifest.webmanifest']);
  }
  const manifest = await (await page.request.get('/manifest.webmanifest')).json();
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    expect(size).toBe(sizes);
  }
});

for (const path of [
  '/sitemap-stories-0.xml',
  '/sitemap-stories-99.xml',
  '/sitemap-archive-1066.xml',
]) {
  test(`404 for ${path}`, async ({ request }) => {
    expect((await request.get(path)).status()).toBe(404);
  });
}

/** A W3C date as HTTP writes it. */
function httpDate(lastmod: string): string {
  return new Date(lastmod).toUTCString();
}
