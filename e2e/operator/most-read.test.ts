import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '@/lib/postgres/databases';
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
const ofPolitics = [
  'politics/assurance-or-guarantee-the-words-that-decide',
  'politics/how-the-good-friday-agreement-was-built',
  'politics/treaty-or-executive-agreement',
];
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

/** The stories under "Most read today" or "this week", in their order; none where there is no such list. */
async function listed(list: 'today' | 'week' = 'today', page = ''): Promise<readonly string[]> {
  const { body } = await ask(`${site.url}/${page}`);
  const [, stories = ''] =
    new RegExp(`<h2 id="most-read-${list}">.*?<ol[^>]*>(.*?)</ol>`, 's').exec(body) ?? [];
  return [...stories.matchAll(/<h3[^>]*><a href="\/([^"]*)"/g)].map(([, story = '']) => story);
}

/** What readers read some days ago, as deliveries that ran then have told it. */
async function addEarlier(story: string, daysAgo: number, readings: number): Promise<void> {
  const hour = new Date(Date.now() - daysAgo * 24 * 3_600_000);
  const client = await connect(databaseUrl);
  try {
    const { rowCount } = await client.query(
      `SELECT add_readings(jsonb_build_array(
         jsonb_build_object('id', id, 'hour', $2::timestamptz, 'readings', $3::int)))
       FROM article WHERE slug = $1`,
      [story.split('/')[1], hour, readings],
    );
    expect(rowCount, story).toBe(1);
  } finally {
    await client.end();
  }
}

/** Has the front page and its lead's section rendered again, which else happens every five minutes. */
async function untilRenewed(headline: string): Promise<void> {
  await paper.setHeadline(lead, headline);
  await paper.publish(databaseUrl);
  for (const page of ['', 'politics']) {
    await expect
      .poll(async () => (await ask(`${site.url}/${page}`)).body, { timeout: 20_000 })
      .toContain(headline);
  }
}

describe('The most read', () => {
  test('are not told by a paper that was just started', async () => {
    expect(await listed()).toEqual([]);
    expect(await listed('week')).toEqual([]);
    expect(await listed('today', 'politics')).toEqual([]);
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
    expect(await listed('week')).toEqual([unicode, ceasefire, rosetta]);
    expect(await listed('today', 'politics')).toEqual([]);
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

  test('of the week are others than those of the day, and a section has its own', async () => {
    for (const story of ofPolitics) await addEarlier(story, 3, 80);
    await untilRenewed('Published after a week');
    expect(await listed()).toEqual([rosetta, unicode, ceasefire]);
    expect((await listed('week')).slice(0, 3).toSorted()).toEqual(ofPolitics.toSorted());
    expect((await listed('week', 'politics')).toSorted()).toEqual(ofPolitics.toSorted());
    expect(await listed('today', 'politics')).toEqual([]);
    expect((await ask(`${site.url}/politics`)).headers['cache-control']).toContain('s-maxage=300,');
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
