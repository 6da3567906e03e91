import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PushTarget } from '@/lib/site/push-targets';
import { connect } from '@/lib/store/client';
import { listTargets, reviveFailed } from '@/lib/store/outbox';
import { article, content } from '@/lib/store/testing/build-content';
import { NOW, openStore, type TestStore } from '@/lib/store/testing/open-store';
import { type Sending, sendDue } from './send-due';
import {
  type Answering,
  answering,
  type ListeningHost,
  openListeningHost,
} from './testing/listening-host';
import { runOutbox } from './testing/run-outbox';

const SITE = 'https://news.example';
const KEY = 'Ab-12345';
const EMBARGO = new Date('2025-07-01T00:00:00Z');

let store: TestStore;
let hosts: ListeningHost[];
let lines: string[];
beforeEach(async () => {
  store = await openStore();
  hosts = [];
  lines = [];
});
afterEach(async () => {
  await store.close();
  for (const host of hosts) await host.close();
});

async function open(answer: Answering): Promise<ListeningHost> {
  const host = await openListeningHost(answer);
  hosts.push(host);
  return host;
}

const search = ({ url }: ListeningHost): PushTarget => ({ protocol: 'indexnow', url, key: KEY });
const hub = ({ url }: ListeningHost): PushTarget => ({ protocol: 'websub', url });

type Stories = readonly Parameters<typeof article>[0][];

async function publish(target: PushTarget, stories: Stories): Promise<void> {
  await store.publish(content({ articles: stories.map(article) }), { pushTo: [target] });
}

function send(target: PushTarget, now: Date = NOW, others: Partial<Sending> = {}): Promise<void> {
  return sendDue({
    ...{ client: store.client, siteUrl: SITE, targets: [target] },
    now: () => now,
    random: () => 0,
    report: (line) => lines.push(line),
    ...others,
  });
}

const settings = (host: ListeningHost) => ({
  ...{ DATABASE_URL: store.url, SITE_URL: SITE },
  ...{ INDEXNOW_KEY: KEY, INDEXNOW_ENDPOINT: host.url, WEBSUB_HUBS: '' },
});
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const numbers = async () => (await listTargets(store.client, NOW))[0];

test('A search engine is told of all stories in one request, once', async () => {
  const host = await open(answering(202));
  await publish(search(host), [{ slug: 'one' }, { slug: 'two' }]);
  await send(search(host));
  await send(search(host));
  expect(host.told).toHaveLength(1);
  expect(host.told[0]).toMatchObject({ method: 'POST', path: '/' });
  expect(JSON.parse(host.told[0]?.body ?? '')).toEqual({
    host: 'news.example',
    key: KEY,
    keyLocation: `${SITE}/${KEY}.txt`,
    urlList: [`${SITE}/world/one`, `${SITE}/world/two`],
  });
  expect(await numbers()).toMatchObject({ due: 0, sent: 2 });
  expect(lines).toEqual([`${new URL(host.url).host} was told of 2 addresses.`]);
});

test('More than 10,000 addresses go in several requests', async () => {
  const host = await open(answering(200));
  await store.client.$executeRaw`
    INSERT INTO outbox (target, subject, due_at)
    SELECT ${host.url}, '/world/story-' || number, ${NOW} FROM generate_series(1, 10001) AS number`;
  await send(search(host));
  expect(host.told.map(({ urls }) => urls.length)).toEqual([10_000, 1]);
  expect(host.mostAtOnce()).toBe(1);
});

test('A hub is told of each feed in a request of its own, one after the other', async () => {
  const host = await open(answering(204));
  await publish(hub(host), [{ slug: 'story' }]);
  await send(hub(host));
  expect(host.told).toHaveLength(9);
  expect(host.told.flatMap(({ urls }) => urls)).toContain(`${SITE}/world/feed.atom`);
  expect(new Set(host.told.map(({ body }) => body)).size).toBe(9);
  expect(host.mostAtOnce()).toBe(1);
});

test('Nobody is told of an embargoed story before its instant', async () => {
  const host = await open(answering(200));
  await publish(search(host), [{ slug: 'secret', embargoedUntil: EMBARGO }]);
  await send(search(host), new Date(EMBARGO.getTime() - 1));
  expect(host.told).toEqual([]);
  await send(search(host), EMBARGO);
  expect(host.told.flatMap(({ urls }) => urls)).toEqual([`${SITE}/world/secret`]);
});

test('A rename and a withdrawal arrive', async () => {
  const host = await open(answering(200));
  await publish(search(host), [{ slug: 'old' }, { slug: 'wrong' }]);
  await send(search(host));
  const withdrawn = { at: new Date('2025-05-01T00:00:00Z'), reason: 'It was wrong.' };
  await publish(search(host), [
    { slug: 'new', aliases: ['old'] },
    { slug: 'wrong', withdrawn },
  ]);
  await send(search(host));
  expect([...(host.told[1]?.urls ?? [])].sort()).toEqual([
    `${SITE}/world/new`,
    `${SITE}/world/old`,
    `${SITE}/world/wrong`,
  ]);
});

test('Whoever says 429 is left alone for as long as it asks, whatever is published', async () => {
  const host = await open((response, number) => {
    if (number === 0) response.writeHead(429, { 'Retry-After': '120' });
    response.end();
  });
  await publish(search(host), [{ slug: 'one' }]);
  await send(search(host));
  await publish(search(host), [{ slug: 'one' }, { slug: 'two' }]);
  await send(search(host), after(119));
  expect(host.told).toHaveLength(1);
  await send(search(host), after(120));
  expect(host.told[1]?.urls).toEqual([`${SITE}/world/one`, `${SITE}/world/two`]);
  expect(lines[0]).toMatch(/took nothing \(429\); it is left alone until 1 June 2025 at 12:02 UTC/);
});

test('A server that fails is tried again, later each time', async () => {
  const host = await open(answering(500, 503, 200));
  await publish(search(host), [{ slug: 'story' }]);
  await send(search(host));
  await send(search(host), after(29));
  expect(host.told).toHaveLength(1);
  await send(search(host), after(30));
  await send(search(host), after(89));
  expect(host.told).toHaveLength(2);
  await send(search(host), after(90));
  expect(host.told).toHaveLength(3);
  expect(await numbers()).toMatchObject({ due: 0, sent: 1, exhausted: 0 });
});

test('A host that never takes anything is given up, and taken up again when told to', async () => {
  const host = await open(answering(500));
  await publish(search(host), [{ slug: 'story' }]);
  for (let day = 0; day < 20; day += 1) await send(search(host), after(day * 86_400));
  expect(host.told).toHaveLength(12);
  expect(await numbers()).toMatchObject({ due: 0, exhausted: 1, failure: '500' });
  expect(lines.at(-1)).toContain('1 address given up after 12 attempts');
  expect(await reviveFailed(store.client)).toBe(1);
  await send(search(host), after(30 * 86_400));
  expect(host.told).toHaveLength(13);
});

test.each([
  [403, `see that ${SITE}/${KEY}.txt can be read`],
  [422, 'see that SITE_URL'],
])('%i stops everything for that host until the operator has mended it', async (status, words) => {
  const host = await open(answering(status, 200));
  await publish(search(host), [{ slug: 'one' }]);
  await send(search(host));
  await publish(search(host), [{ slug: 'one', headline: 'Better' }, { slug: 'two' }]);
  await send(search(host), after(86_400));
  expect(host.told).toHaveLength(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`refused 1 address with ${status}: `);
  expect(lines[0]).toContain(words);
  expect(lines[0]).not.toContain('\n');
  expect(await numbers()).toMatchObject({ due: 1, refused: 1 });
  await reviveFailed(store.client);
  await send(search(host), after(86_400));
  expect(host.told[1]?.urls).toEqual([`${SITE}/world/one`, `${SITE}/world/two`]);
});

test('A redirect is not followed, not even to the same host', async () => {
  const other = await open(answering(200));
  const host = await open((response) => {
    response.writeHead(307, { Location: other.url }).end();
  });
  await publish(search(host), [{ slug: 'story' }]);
  await send(search(host));
  expect(other.told).toEqual([]);
  expect(lines[0]).toContain(`it points to ${other.url}`);
});

test('A hub that never answers costs its time-out, and others nothing', async () => {
  const silent = await open(() => {});
  const well = await open(answering(204));
  await store.publish(content({ articles: [article({ slug: 'story' })] }), {
    pushTo: [hub(silent), hub(well)],
  });
  await send(hub(silent), NOW, { targets: [hub(silent), hub(well)], patience: 2_000 });
  expect(silent.told).toHaveLength(1);
  expect(well.told).toHaveLength(9);
  expect(lines).toContainEqual(expect.stringContaining('took nothing (no answer within 2 s)'));
});

test('A host that is not there is tried again', async () => {
  const host = await openListeningHost(answering(200));
  await host.close();
  await publish(search(host), [{ slug: 'story' }]);
  await send(search(host));
  expect(lines[0]).toContain('took nothing (no answer: ECONNREFUSED)');
  expect(await numbers()).toMatchObject({ due: 1 });
});

test('Of two who send at once, one sends to a host, and nothing is sent twice', async () => {
  const second = connect(store.url);
  const host = await open(async (response, number) => {
    // While the first request is held, the other sender has all the time it wants.
    if (number === 0) await send(search(host), NOW, { client: second });
    response.end();
  });
  await publish(search(host), [{ slug: 'one' }, { slug: 'two' }]);
  await send(search(host));
  await send(search(host), NOW, { client: second });
  await second.$disconnect();
  expect(host.told).toHaveLength(1);
  expect(host.mostAtOnce()).toBe(1);
});

test('What is being published while it is sent is sent once more, in the next round', async () => {
  let commit = () => {};
  let publishing: Promise<unknown> = Promise.resolve();
  const host = await open(async (response, number) => {
    if (number === 0) {
      await new Promise<void>((begun) => {
        publishing = store.client.$transaction(async (db) => {
          await db.$executeRaw`UPDATE outbox SET asked = asked + 1`;
          begun();
          await new Promise<void>((resolve) => {
            commit = resolve;
          });
        });
      });
    }
    response.end();
  });
  await publish(search(host), [{ slug: 'story' }]);
  await send(search(host));
  expect(host.told).toHaveLength(1);
  commit();
  await publishing;
  await send(search(host));
  await send(search(host));
  expect(host.told).toHaveLength(2);
});

test('What a sender was sending when it was killed is sent again', async () => {
  const host = await open((response, number) => {
    if (number > 0) response.end();
  });
  await publish(search(host), [{ slug: 'story' }]);
  const command = runOutbox(['--send'], settings(host));
  await host.untilTold(1);
  command.child.kill('SIGKILL');
  await command.ended;
  // The host is free when Postgres has seen that its holder is gone.
  await expect
    .poll(
      async () => {
        await send(search(host));
        return host.told.length;
      },
      { timeout: 20_000 },
    )
    .toBe(2);
  expect(host.told[1]?.urls).toEqual(host.told[0]?.urls);
  expect(await numbers()).toMatchObject({ due: 0, sent: 1 });
});

test('A sender that is told to stop leaves what it was sending for the next', async () => {
  const host = await open((response, number) => {
    if (number > 0) response.end();
  });
  await publish(search(host), [{ slug: 'story' }]);
  const stopping = new AbortController();
  const sending = send(search(host), NOW, { signal: stopping.signal });
  await host.untilTold(1);
  stopping.abort();
  await expect(sending).rejects.toThrow();
  expect(lines).toEqual([]);
  await send(search(host));
  expect(await numbers()).toMatchObject({ due: 0, sent: 1 });
});

test('What was sent is kept for a week', async () => {
  const host = await open(answering(200));
  await publish(search(host), [{ slug: 'story' }]);
  await send(search(host));
  await send(search(host), after(7 * 86_400));
  expect(await store.client.outbox.count()).toBe(1);
  await send(search(host), after(7 * 86_400 + 1));
  expect(await store.client.outbox.count()).toBe(0);
});

test('Without settings nothing is sent, whatever waits', async () => {
  const host = await open(answering(200));
  await publish(search(host), [{ slug: 'story' }]);
  await send(search(host), NOW, { targets: [] });
  expect(host.told).toEqual([]);
});

test('Operators see what waits and why, mend it, and send it', async () => {
  const host = await open(answering(403, 200));
  const outbox = (...flags: readonly string[]) => runOutbox(flags, settings(host)).ended;
  await publish(search(host), [{ slug: 'story' }]);
  const sent = (await outbox('--send')).printed;
  expect(sent).toMatch(
    /refused 1 address with 403(.|\n)* 0 +0 +0 +1 +0\n(.|\n)*Mend it, then --retry/,
  );
  const { code, printed: again } = await outbox('--retry', '--send');
  expect(code).toBe(0);
  expect(again).toMatch(
    /^1 line made due again\.\n.* was told of 1 address\.\n(.|\n)* 0 +0 +1 +0 +0\n$/,
  );
  expect(sent + again).not.toContain('postgresql:');
  expect(await outbox('--sned')).toEqual({
    code: 1,
    printed: expect.stringMatching(/^“--sned” is not a flag\.\n/),
  });
});
