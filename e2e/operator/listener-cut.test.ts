import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administer } from '@/lib/postgres/databases';
import { type DatabaseProxy, openDatabaseProxy } from '@/scripts/testing/database-proxy';
import { type OwnSite, openOwnSite } from '@/scripts/testing/own-site';
import { ask, untilServed } from './support/ask';
import { untilListening } from './support/metrics';
import { copyPaper, type Paper } from './support/paper';
import { popular, publishedDatabase } from './support/site';

/** Milliseconds that a page may be out of date after its change was published, whatever breaks. */
const BOUND = 7_000;

const LISTENER = 'prism-delivery';
const story = 'world/how-a-ceasefire-is-watched';

let databaseUrl: string;
let proxy: DatabaseProxy;
let site: OwnSite;
let paper: Paper;

beforeAll(async () => {
  databaseUrl = await publishedDatabase();
  proxy = await openDatabaseProxy(databaseUrl);
  site = await openOwnSite(proxy.url);
  paper = await copyPaper();
  await untilServed(site.url, popular);
});

afterAll(async () => {
  await site?.stop();
  await proxy?.close();
  await paper?.remove();
});

/** Publishes a headline and waits until a reader sees it; answers how long that took. */
async function untilSeen(headline: string): Promise<number> {
  await paper.setHeadline(story, headline);
  await paper.publish(databaseUrl);
  const published = performance.now();
  await expect
    .poll(async () => (await ask(`${site.url}/${story}`)).body, { timeout: 30_000, interval: 50 })
    .toContain(headline);
  return performance.now() - published;
}

describe('the connection on which changes are announced', () => {
  test('is there', async () => {
    expect(await cut()).toBe(1);
  });

  test('is cut again and again while a story is published: the story is out of date for seconds', async () => {
    const stop = keepCutting();
    expect(await untilSeen('Published while nobody could listen')).toBeLessThan(BOUND);
    await stop();
  });

  test('is back after a story was published that nobody read meanwhile: the next reader gets it', async () => {
    await untilListening(site.url);
    await ask(`${site.url}/${story}`);
    const stop = keepCutting();
    await paper.setHeadline(story, 'Published while nobody read');
    await paper.publish(databaseUrl);
    await stop();
    await untilListening(site.url);
    expect((await ask(`${site.url}/${story}`)).body).toContain('Published while nobody read');
  });

  test('dies without a word, as when a cable is cut: the same', async () => {
    await untilListening(site.url);
    proxy.silence(LISTENER);
    expect(await untilSeen('Published on a dead line')).toBeLessThan(BOUND);
    proxy.restore();
    await delay(100);
  });
});

/** Lets no connection that listens live; answers what ends this. */
function keepCutting(): () => Promise<void> {
  let cutting = true;
  const over = (async () => {
    while (cutting) {
      await cut();
      await delay(20);
    }
  })();
  return () => {
    cutting = false;
    return over;
  };
}

/** Cuts every connection that listens; answers how many there were. */
async function cut(): Promise<number> {
  let count = 0;
  await administer(databaseUrl, async (client) => {
    const { rows } = await client.query<{ cut: boolean }>(
      'SELECT pg_terminate_backend(pid) AS cut FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1',
      [LISTENER],
    );
    count = rows.length;
  });
  return count;
}
