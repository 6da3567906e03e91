import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cluster } from '@/lib/postgres/cluster';
import { acquire, type Lease } from '@/lib/postgres/lease';
import { isServing, readPidFile, stopServer } from '@/lib/postgres/postmaster';
import { migrate } from '@/scripts/prepare';
import { type OwnSite, openOwnSite } from '@/scripts/testing/own-site';
import { ask, askAll, untilServed } from './support/ask';
import { copyPaper, type Paper } from './support/paper';
import { startReaders } from './support/readers';
import { popular } from './support/site';

/** A server of its own, since it is killed. */
let cluster: Cluster;
let lease: Lease;
let site: OwnSite;
let paper: Paper;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'prism-fault-'));
  cluster = { directory: path.join(folder, 'postgres'), durable: true };
  lease = await acquire(cluster);
  await migrate(lease.url);
  paper = await copyPaper();
  await paper.publish(lease.url);
  site = await openOwnSite(lease.url);
  await untilServed(site.url, popular);
});

afterAll(async () => {
  await site?.stop();
  await lease?.release();
  await stopServer(cluster);
  await rm(path.dirname(cluster.directory), { recursive: true, force: true });
  await paper?.remove();
});

const story = 'world/how-a-ceasefire-is-watched';

/** What nobody has asked for yet, and a page and a picture that do not exist: no one can know. */
const cold = [
  '/science/the-keeling-curve',
  '/tag/history',
  '/archive/2025',
  '/world/no-such-story',
  `/media/${'0'.repeat(32)}-720.jpg`,
];

test('the database is killed under load: cached pages are served, cold ones say when to come again, and all heals', async () => {
  const readers = startReaders(site.url, popular);
  await kill(cluster);

  for (const pause of [0, 500, 3_000]) {
    await delay(pause);
    for (const answer of await askAll(site.url, cold, 1)) {
      expect(answer.status).toBe(503);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(answer.headers['cache-control'] ?? '').toMatch(/no-store|no-cache|private/);
      expect(answer.took).toBeLessThan(1_000);
    }
  }
  expect((await ask(`${site.url}/healthz`)).status).toBe(200);
  expect((await ask(`${site.url}/readyz`)).status).toBe(503);

  lease = await acquire(cluster);
  await paper.setHeadline(story, 'A headline published while delivery was cut off');
  await paper.publish(lease.url);
  await expect
    .poll(async () => (await ask(`${site.url}/${story}`)).body, { timeout: 10_000, interval: 100 })
    .toContain('A headline published while delivery was cut off');
  const healed = await askAll(site.url, cold, 1);
  expect(healed.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404]);
  expect((await ask(`${site.url}/readyz`)).status).toBe(200);

  const { answered, failures } = await readers.stop();
  expect(failures).toEqual([]);
  expect(answered).toBeGreaterThan(500);
});

/** As the kernel does when memory runs out: no farewell, nothing written. */
async function kill(which: Cluster): Promise<void> {
  const server = await readPidFile(which);
  if (server === null) throw new Error('no server to kill');
  process.kill(server.pid, 'SIGKILL');
  await expect.poll(() => isServing(which)).toBe(false);
}
