import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DatabaseProxy, openDatabaseProxy } from '@/scripts/testing/database-proxy';
import { type OwnSite, openOwnSite } from '@/scripts/testing/own-site';
import { ask, askAll } from './support/ask';
import { renders, untilListening } from './support/metrics';
import { publishedDatabase } from './support/site';

/** The renderer's name to the database. */
const RENDERER = 'prism-news';

const files = [
  '/sitemap.xml',
  '/sitemap-pages.xml',
  '/sitemap-stories-1.xml',
  '/sitemap-tags-1.xml',
  '/sitemap-authors-1.xml',
  '/sitemap-archive-2025.xml',
  '/news-sitemap.xml',
  '/robots.txt',
];

let proxy: DatabaseProxy;
let site: OwnSite;

beforeAll(async () => {
  proxy = await openDatabaseProxy(await publishedDatabase());
  site = await openOwnSite(proxy.url);
  await untilListening(site.url);
});

afterAll(async () => {
  await site?.stop();
  await proxy?.close();
});

test('a crawler that comes again is told 304, without a rendering or a query', async () => {
  const first = await askAll(site.url, files);
  expect(first.map(({ status }) => status)).toEqual(files.map(() => 200));
  const rendered = await renders(site.url);
  proxy.resetCount();
  for (const [index, path] of files.entries()) {
    const { etag = '', 'last-modified': modified } = first[index]?.headers ?? {};
    const again = await ask(`${site.url}${path}`, { headers: { 'If-None-Match': etag } });
    expect(again.status, path).toBe(304);
    if (modified === undefined) continue;
    const since = await ask(`${site.url}${path}`, { headers: { 'If-Modified-Since': modified } });
    expect(since.status, path).toBe(304);
  }
  expect(await renders(site.url)).toBe(rendered);
  expect(proxy.count(RENDERER)).toBe(0);
});
