import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnSite, openOwnSite } from '@/scripts/testing/own-site';
import { ask, askAll, untilServed } from './support/ask';
import { readMetrics, renders, untilListening } from './support/metrics';
import { long, popular, publishedDatabase } from './support/site';

/** Little, so that a flood of a minute would wash out a cache without a guard. */
const MEGABYTES = 8;

let site: OwnSite;

beforeAll(async () => {
  site = await openOwnSite(await publishedDatabase(), {
    DELIVERY_CACHE_MB: String(MEGABYTES),
    // What the renderer bears, not what it is spared.
    ...{ SEARCHES_PER_CLIENT: '100000', SEARCHES_IN_ALL: '100000' },
  });
  await untilListening(site.url);
});

afterAll(() => site.stop());

test('1,000 readers of one cold page cause one rendering, and all get the same page', async () => {
  const before = await renders(site.url);
  const agent = new Agent({ maxSockets: 1_000 });
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, () =>
      ask(`${site.url}/culture/gutenberg-and-the-first-printed-books`, { agent }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  expect((await renders(site.url)) - before).toBe(1);
});

/** Addresses that nobody has ever asked for: in sections, of tags, searches, and on the first level. */
function unknown(index: number): string {
  const forms = ['/world/none-', '/tag/none-', '/search?q=none-', '/none-', '/author/none-'];
  return `${forms[index % forms.length]}${index.toString(36)}`;
}

const [count, minutes] = long ? [100_000, 40] : [600, 2];

test(
  `${count} distinct unknown addresses, or what fits into ${minutes} minutes, drive out no story, take bounded memory, and fail nobody`,
  async () => {
    await untilServed(site.url, popular);
    const before = await readMetrics(site.url);
    const statuses = new Map<number, number>();
    const highest = { passing: 0, resident: 0 };
    const until = performance.now() + minutes * 60_000;
    const part = 100;
    let from = 0;
    for (; from < count && performance.now() < until; from += part) {
      const paths = Array.from({ length: part }, (_, index) => unknown(from + index));
      for (const { status } of await askAll(site.url, paths, 16)) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      const metrics = await readMetrics(site.url);
      highest.passing = Math.max(highest.passing, metrics('prism_cache_passing_bytes'));
      highest.resident = Math.max(highest.resident, metrics('process_resident_memory_bytes'));
    }
    console.log(`${from} unknown addresses`, Object.fromEntries(statuses), highest);
    expect([...statuses.keys()].sort()).toEqual([200, 404]);
    expect(highest.passing).toBeLessThanOrEqual((MEGABYTES * 2 ** 20) / 8);
    const grown = highest.resident - before('process_resident_memory_bytes');
    expect(grown).toBeLessThan(200 * 2 ** 20);
    const rendered = await renders(site.url);
    await untilServed(site.url, popular);
    expect((await renders(site.url)) - rendered, 'stories that had to be rendered again').toBe(0);
  },
  (minutes + 1) * 60_000,
);

test('200 clients that send their headers a byte at a time hold nobody up', async () => {
  await untilServed(site.url, popular);
  const alone = await timeOf(500);
  const slow = await Promise.all(Array.from({ length: 200 }, () => openSlowly(site.port)));
  const dripping = setInterval(() => {
    for (const socket of slow) if (socket.writable) socket.write('x');
  }, 250);
  try {
    const beside = await timeOf(500);
    // Machines that test are shared: far beyond noise, far below what one slow client could cost.
    expect(beside).toBeLessThan(Math.max(alone * 4, 1_000));
    if (long)
      await expect
        .poll(() => slow.filter((socket) => !socket.closed).length, { timeout: 30_000 })
        .toBe(0);
  } finally {
    clearInterval(dripping);
    for (const socket of slow) socket.destroy();
  }
});

/** Milliseconds for so many answers over new connections, eight at a time. */
async function timeOf(requests: number): Promise<number> {
  const began = performance.now();
  let asked = 0;
  const reader = async () => {
    while (asked < requests) {
      asked += 1;
      const { status } = await ask(`${site.url}${popular[asked % popular.length]}`);
      expect(status).toBe(200);
    }
  };
  await Promise.all(Array.from({ length: 8 }, reader));
  return performance.now() - began;
}

function openSlowly(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('GET / HTTP/1.1\r\nHost: paper\r\nX-Slow: ');
      resolve(socket);
    });
    socket.on('error', reject);
    socket.resume();
  });
}
