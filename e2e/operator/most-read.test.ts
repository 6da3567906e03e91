import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DatabaseProxy, openDatabaseProxy } from '@/scripts/testing/database-proxy';
import { type OwnSite, openOwnSite } from '@/scripts/testing/own-site';
import { type Answer, ask } from './support/ask';
import { readMetrics, untilListening } from './support/metrics';
import { copyPaper, type Paper } from './support/paper';
import { publishedDatabase } from './support/site';

const LISTENER = 'prism-delivery';
const [ceasefire, unicode, rosetta, keeling] = [
  'world/how-a-ceasefire-is-watched',
  'technology/unicode-one-number-for-every-character',
  'culture/the-rosetta-stone-and-how-it-was-read',
  'science/the-keeling-curve',
];
/** On the front page, and read by nobody here. */
const lead = 'politics/miami-talks-yield-productive-dialogue-but-no-breakthrough-in-ukraine-war';
const reader = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Firefox/146.0' };

let databaseUrl: string;
let proxy: DatabaseProxy;
let site: OwnSite;
let paper: Paper;

beforeAll(async () => {
  databaseUrl = await publishedDatabase();
  proxy = await openDatabaseProxy(databaseUrl);
  site = await openOwnSite(proxy.url, {}, 'delivery/testing/quick-counting.ts');
  paper = await copyPaper();
  await untilListening(site.url);
});

afterAll(async () => {
  await site?.stop();
  await proxy?.close();
  await paper?.remove();
});

async function read(
  story: string,
  times: number,
  headers: Readonly<Record<string, string>> = reader,
): Promise<Answer> {
  const answers = [];
  for (let time = 0; time < times; time += 1) {
    answers.push(await ask(`${site.url}/${story}`, { headers }));
  }
  const last = answers.at(-1);
  if (last === undefined) throw new Error('nothing was read');
  return last;
}

/** Waits until so many readings have come to the database, and says that there are no more. */
async function untilCounted(readings: number): Promise<void> {
  await expect
    .poll(async () => (await readMetrics(site.url))('prism_readings_total'), { timeout: 20_000 })
    .toBe(readings);
}

/** The stories under "Most read", in their order; none where there is no such list. */
async function listed(): Promise<readonly string[]> {
  const { body } = await ask(`${site.url}/`);
  const [, list = ''] = /<h2 id="most-read">.*?<ol[^>]*>(.*?)<\/ol>/s.exec(body) ?? [];
  return [...list.matchAll(/<h3[^>]*><a href="\/([^"]*)"/g)].map(([, story = '']) => story);
}

/** Has the front page rendered again, which else happens every five minutes, and waits for it. */
async function untilRenewed(headline: string): Promise<void> {
  await paper.setHeadline(lead, headline);
  await paper.publish(databaseUrl);
  await expect
    .poll(async () => (await ask(`${site.url}/`)).body, { timeout: 20_000 })
    .toContain(headline);
}

describe('The most read', () => {
  test('are not told by a paper that was just started', async () => {
    expect(await listed()).toEqual([]);
  });

  test('are what readers read: not what programs fetched, nor what was fetched ahead', async () => {
    await read(unicode, 12);
    await read(ceasefire, 11);
    const { headers } = await read(rosetta, 5);
    const known = await read(rosetta, 5, { ...reader, 'if-none-match': `${headers.etag}` });
    expect(known.status).toBe(304);
    await read(keeling, 20, { ...reader, 'sec-purpose': 'prefetch;prerender' });
    await read(keeling, 20, { 'user-agent': 'Mozilla/5.0 (compatible; Examplebot/1.0)' });
    await read(keeling, 20, {});
    await read('', 20);
    await untilCounted(33);
    await untilRenewed('Published after some had read');
    expect(await listed()).toEqual([unicode, ceasefire, rosetta]);
  });

  test('are counted on while the database is away, and told when it is back', async () => {
    proxy.silence(LISTENER);
    await read(rosetta, 1);
    await expect
      .poll(async () => (await readMetrics(site.url))('prism_listening'), { timeout: 20_000 })
      .toBe(0);
    await read(rosetta, 6);
    proxy.restore();
    await untilCounted(40);
    await untilRenewed('Published after more had read');
    expect(await listed()).toEqual([rosetta, unicode, ceasefire]);
    expect((await readMetrics(site.url))('prism_readings_lost_total')).toBe(0);
  });

  test('outlive the site, with what was counted in its last moment', async () => {
    await read(unicode, 20);
    await site.stop();
    site = await openOwnSite(databaseUrl);
    expect(await listed()).toEqual([unicode, rosetta, ceasefire]);
    await read(ceasefire, 20);
    await site.stop();
    site = await openOwnSite(databaseUrl);
    expect(await listed()).toEqual([unicode, ceasefire, rosetta]);
  });
});
