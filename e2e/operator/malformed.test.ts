import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OwnSite, openOwnSite } from '@/scripts/testing/own-site';
import { ask, askAll, untilServed } from './support/ask';
import { randomRequest, seededRandom, smuggling } from './support/malformed';
import { popular, publishedDatabase } from './support/site';

let site: OwnSite;
let delivery: number;

beforeAll(async () => {
  site = await openOwnSite(await publishedDatabase());
  delivery = await site.process(/delivery\/main/);
  await untilServed(site.url, popular);
});

afterAll(() => site.stop());

describe('a request that could be read in two ways is answered once, with 400:', () => {
  test.each(Object.entries(smuggling))('%s', async (_name, request) => {
    const answers = statusesIn(await send(Buffer.from(request, 'latin1'), 2_000));
    expect(answers).toEqual([400]);
  });
});

const count = 50_000;
const seed = 20_251_222;

test(`${count} random and malformed requests: no crash, no failure of ours, no cached page changed`, async () => {
  const random = seededRandom(seed);
  const before = await popularPages();
  const failures: string[] = [];
  let answered = 0;
  let sent = 0;
  const attacker = async () => {
    while (sent < count) {
      sent += 1;
      const request = randomRequest(random, popular);
      const answer = await send(request, 1_000);
      const statuses = statusesIn(answer);
      answered += statuses.length;
      if (statuses.some((status) => status >= 500)) {
        failures.push(`${JSON.stringify(request.toString('latin1')).slice(0, 300)} -> ${statuses}`);
      }
    }
  };
  await Promise.all(Array.from({ length: 32 }, attacker));
  expect(failures.slice(0, 5)).toEqual([]);
  expect(answered).toBeGreaterThan(count / 2);
  expect(await site.process(/delivery\/main/)).toBe(delivery);
  expect(await popularPages()).toEqual(before);
}, 600_000);

async function popularPages(): Promise<readonly (readonly [unknown, string])[]> {
  const answers = await askAll(site.url, popular);
  return answers.map(({ headers, body }) => [headers.etag, body]);
}

/** Sends bytes and answers what comes back until the other side closes, or falls silent. */
async function send(request: Buffer, patience: number): Promise<string> {
  const socket = connect(site.port, '127.0.0.1');
  let answer = '';
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString('latin1');
    // Whole by all appearances: wait only for what might still follow unasked.
    if (answer.includes('\r\n\r\n')) socket.setTimeout(25);
  });
  socket.setTimeout(patience, () => socket.destroy());
  socket.once('connect', () => socket.end(request));
  await once(socket, 'close');
  return answer;
}

function statusesIn(answer: string): number[] {
  return [...answer.matchAll(/HTTP\/1\.1 (\d{3}) [A-Z][\w -]*\r\n/g)].map(([, code]) =>
    Number(code),
  );
}

test('after all of that, an unknown reader is served', async () => {
  expect((await ask(`${site.url}/`)).status).toBe(200);
});
