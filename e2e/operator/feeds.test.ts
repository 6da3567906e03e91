import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DatabaseProxy, openDatabaseProxy } from '@/scripts/testing/database-proxy';
import { type OwnSite, openOwnSite } from '@/scripts/testing/own-site';
import { ask } from './support/ask';
import { untilListening } from './support/metrics';
import { copyPaper, type Paper } from './support/paper';
import { publishedDatabase } from './support/site';

const story = 'politics/why-presidents-send-special-envoys';
const feeds = [
  '/feed.xml',
  '/world/feed.atom',
  '/tag/ukraine/feed.json',
  `/${story}.md`,
  '/llms.txt',
];

/** The name under which the renderer's connections are known to Postgres. */
const RENDERER = 'prism-news';

let databaseUrl: string;
let proxy: DatabaseProxy;
let site: OwnSite;
let paper: Paper;

beforeAll(async () => {
  databaseUrl = await publishedDatabase();
  proxy = await openDatabaseProxy(databaseUrl);
  paper = await copyPaper();
  site = await openOwnSite(proxy.url);
  await untilListening(site.url);
});

afterAll(async () => {
  await site?.stop();
  await proxy?.close();
  await paper?.remove();
});

test('who asks again for what has not changed hears 304, and the database nothing', async () => {
  for (const path of feeds) {
    const first = await ask(site.url + path);
    expect(first.status, path).toBe(200);
    proxy.resetCount();
    for (const [name, value] of [
      ['If-None-Match', first.headers.etag ?? ''],
      ['If-Modified-Since', first.headers['last-modified'] ?? ''],
    ] as const) {
      const headers = { [name]: value };
      const again = await ask(site.url + path, { headers });
      expect([again.status, again.body], path).toEqual([304, '']);
    }
    expect(proxy.count(RENDERER), path).toBe(0);
  }
});

test('a feed that is rendered again, though nothing in it changed, is the same to the byte', async () => {
  const before = await Promise.all(feeds.map((path) => ask(site.url + path)));
  // Two changes that take each other back, after each of which all that showed the story is rendered.
  const headline = /^# (.*)$/m.exec(before[3]?.body ?? '')?.[1] ?? '';
  for (const words of ['For a moment another', headline]) {
    await paper.setHeadline(story, JSON.stringify(words));
    await paper.publish(databaseUrl);
    await expect
      .poll(async () => (await ask(`${site.url}/${story}.md`)).body, { timeout: 10_000 })
      .toContain(`\n# ${words}\n`);
  }
  for (const [index, path] of feeds.entries()) {
    const after = await ask(site.url + path);
    expect(after.body, path).toBe(before[index]?.body);
    expect(after.headers.etag, path).toBe(before[index]?.headers.etag);
  }
});
