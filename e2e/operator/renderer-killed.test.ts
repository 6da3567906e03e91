import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnSite, openOwnSite } from '@/scripts/testing/own-site';
import { ask, untilServed } from './support/ask';
import { startReaders } from './support/readers';
import { popular, publishedDatabase } from './support/site';

let site: OwnSite;

beforeAll(async () => {
  site = await openOwnSite(await publishedDatabase());
  await untilServed(site.url, popular);
});

afterAll(() => site.stop());

test('the renderer is killed under load: no reader of cached pages notices', async () => {
  const readers = startReaders(site.url, popular);
  const first = await site.process(/renderer\/serve/);
  process.kill(first, 'SIGKILL');
  const killed = performance.now();
  // Nobody has asked for this page: it waits for the next renderer, or is told when to come again.
  const cold = await ask(`${site.url}/science/the-keeling-curve`);
  expect([200, 503]).toContain(cold.status);
  if (cold.status === 503) expect(Number(cold.headers['retry-after'])).toBeGreaterThan(0);
  await expect
    .poll(async () => (await ask(`${site.url}/science/how-smallpox-was-ended`)).status, {
      timeout: 10_000,
      interval: 200,
    })
    .toBe(200);
  expect(performance.now() - killed).toBeLessThan(10_000);
  expect(await site.process(/renderer\/serve/)).not.toBe(first);
  const { answered, failures } = await readers.stop();
  expect(failures).toEqual([]);
  expect(answered).toBeGreaterThan(100);
});
