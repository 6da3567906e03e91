import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from './client';
import { publishContent } from './publish-content';
import { edition } from './testing/editions';
import { openStore, type TestStore } from './testing/open-store';

/** Moments at which a whole publisher is killed, and at which the database cuts it off. */
const kills = process.env.PRISM_TESTS === 'long' ? 50 : 12;
const cuts = 50;

let store: TestStore;
let next: Promise<ChildProcess>;
beforeAll(async () => {
  store = await openStore();
  await store.publish(edition(0));
  next = start();
});
afterAll(async () => {
  (await next).kill('SIGKILL');
  await store.close();
});

/** A publisher that has loaded everything and waits. */
async function start(): Promise<ChildProcess> {
  const program = 'lib/store/testing/publish-when-told.ts';
  const child = fork(program, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: store.url },
  });
  await once(child, 'message');
  return child;
}

/** Every number of an edition that can be read anywhere, once no publisher is at work any more. */
async function editionsSeen(): Promise<readonly string[]> {
  await expect
    .poll(
      async () => {
        const [row] = await store.client.$queryRaw<{ others: bigint }[]>`
          SELECT count(*) AS others FROM pg_locks
          WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
        return Number(row?.others);
      },
      { interval: 5, timeout: 30_000 },
    )
    .toBe(0);
  const rows = await store.client.$queryRaw<{ seen: string }[]>`
    SELECT DISTINCT seen FROM (
      SELECT split_part(headline, ' ', 1) AS seen FROM article
      UNION ALL SELECT body_text FROM article
      UNION ALL SELECT tag.slug FROM article_tag JOIN tag ON tag.id = tag_id
      UNION ALL SELECT text FROM correction
      UNION ALL SELECT substring(convert_from(bytes, 'UTF8') FROM 'edition-[0-9]+') FROM content_file
      UNION ALL SELECT split_part(last.headline, ' ', 1) FROM (
        SELECT DISTINCT ON (article_id) document->>'headline' AS headline FROM revision
        ORDER BY article_id, number DESC) last
    ) everywhere`;
  return rows.map(({ seen }) => seen);
}

/** Tries to publish an edition, and is stopped when some milliseconds have passed. */
type Attempt = (number: number, after: number) => Promise<void>;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const killed: Attempt = async (number, after) => {
  const child = await next;
  next = start();
  const gone = once(child, 'exit');
  child.send(number);
  await wait(after);
  child.kill('SIGKILL');
  await gone;
};

const cutOff: Attempt = async (number, after) => {
  const client = connect(store.url);
  const [own] = await client.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  const outcome = publishContent(client, edition(number), {
    ...{ dryRun: false, now: new Date(), pushTo: [] },
  }).catch(() => 'stopped');
  await wait(after);
  await store.client.$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_start >=
      (SELECT backend_start FROM pg_stat_activity WHERE pid = ${own?.pid ?? 0})`;
  await outcome;
  await client.$disconnect();
};

/** Milliseconds that a whole run takes here and now. */
async function timeOf(publish: Promise<unknown>): Promise<number> {
  const began = performance.now();
  await publish;
  return performance.now() - began;
}

test.each([
  [`Killed at ${kills} moments`, killed, kills],
  [`Cut off from the database at ${cuts} moments`, cutOff, cuts],
] as const)(
  '%s, publishing leaves the old edition or the new one, and the next run completes',
  async (_, attempt, moments) => {
    let number = 1;
    const whole = await timeOf(store.publish(edition(number)));
    const found = { old: 0, new: 0 };
    for (let moment = 0; moment < moments; moment += 1) {
      const before = `edition-${number}`;
      number += 1;
      const after = `edition-${number}`;
      await attempt(number, (whole * 1.3 * (moment + 0.5)) / moments);
      const seen = await editionsSeen();
      expect([[before], [after]], `after ${moment} parts of ${moments}`).toContainEqual(seen);
      found[seen[0] === before ? 'old' : 'new'] += 1;
      await store.publish(edition(number));
      expect(await editionsSeen()).toEqual([after]);
    }
    // It was stopped before its end, and not always at once.
    expect(found.old).toBeGreaterThan(moments / 10);
    await store.publish(edition(0));
  },
  600_000,
);
