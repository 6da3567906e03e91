import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testCluster } from '@/lib/postgres/cluster';
import { administer, dropDatabase, inDatabase } from '@/lib/postgres/databases';
import { acquire } from '@/lib/postgres/lease';
import { freePort } from '@/lib/postgres/port';
import { readPidFile } from '@/lib/postgres/postmaster';
import { type CheckoutCopy, copyCheckout } from './testing/checkout-copy';
import { type Running, runIn } from './testing/running';

const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;

/** Whether another account can read what is installed here; below /root, say, it cannot. */
const isOpen =
  isRoot &&
  spawnSync(
    process.execPath,
    ['-e', 'fs.accessSync(process.argv[1])', path.resolve('node_modules/tsx/package.json')],
    { ...NOBODY, cwd: '/' },
  ).status === 0;

/** Stands in for the sender of the outbox. */
const SENDER = `console.log('sending from', process.env.DATABASE_URL);
process.on('SIGTERM', () => {
  console.log('sends no more');
  process.exit(0);
});
setInterval(() => {}, 1000);
`;

let checkout: CheckoutCopy;
let port: number;
const running: Running[] = [];

beforeAll(async () => {
  checkout = await copyCheckout();
});

beforeEach(async () => {
  port = await freePort();
});

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
  }
});

afterAll(() => checkout.remove());

/** For a test that leaves its checkout unfit for others. */
async function inCheckoutOfItsOwn(work: () => Promise<void>): Promise<void> {
  const shared = checkout;
  checkout = await copyCheckout();
  try {
    await work();
  } finally {
    await checkout.remove();
    checkout = shared;
  }
}

function start(
  variables: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
  account = {},
): Running {
  const settings = { HOST: '127.0.0.1', PORT: String(port), ...variables };
  const run = runIn(checkout.folder, ['scripts/start.mjs', ...args], settings, account);
  running.push(run);
  return run;
}

async function page(address = '/'): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}${address}`)).text();
}

async function oneLine(run: Running): Promise<string> {
  expect(await run.ended).toBe(1);
  const line = run.printed().trim().split('\n').at(-1) ?? '';
  expect(run.printed()).not.toMatch(/\n {4}at /);
  return line;
}

/** Senders of the outbox that a run has started, whether they have come to say so or not. */
function sendersOf({ child }: Running): number {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'ppid=,args='], { encoding: 'utf8' });
  const own = new RegExp(`^ *${child.pid} .*outbox/main\\.ts$`, 'gm');
  return stdout.match(own)?.length ?? 0;
}

async function isStopped(): Promise<boolean> {
  return (await readPidFile(checkout.cluster)) === null;
}

describe('npm start', () => {
  test('brings the paper up, does nothing twice, and stops everything, the database last', async () => {
    const first = start();
    await first.says(new RegExp(`PRISM News is at http://127\\.0\\.0\\.1:${port}\n$`));
    expect(first.printed()).toMatch(/generated(.|\n)*three stories(.|\n)*built(.|\n)*answers/);
    expect(await page()).toMatch(/^postgresql:\/\/prism:/);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await isStopped()).toBe(true);
    await expect(page()).rejects.toThrow();

    const second = start();
    await second.says(/PRISM News is at/);
    expect(second.printed()).toMatch(
      /dependencies .* up to date\n.*client .* up to date\n(.|\n)*build .* up to date\n/,
    );
    // Ctrl-C in a terminal: every process of the group hears it.
    process.kill(-(second.child.pid ?? 0), 'SIGINT');
    expect(await second.ended).toBe(0);
    expect(await isStopped()).toBe(true);
  });

  test('ends, and says so, when the site dies', async () => {
    const run = start();
    await run.says(/PRISM News is at/);
    await page('/die').catch(() => {});
    expect(await oneLine(run)).toBe('The site ended unexpectedly (exit code 7).');
    expect(await isStopped()).toBe(true);
  });

  test('brings the database back under the running site', async () => {
    const run = start();
    await run.says(/PRISM News is at/);
    const before = await readPidFile(checkout.cluster);
    process.kill(before?.pid ?? 0, 'SIGKILL');
    await run.says(/went away; starting it again/);
    await expect
      .poll(async () => (await readPidFile(checkout.cluster))?.pid, { timeout: 20_000 })
      .not.toBe(before?.pid);
    expect(await page()).toContain(`:${before?.port}/`);
  });

  test('sends the outbox beside the site, only if there is anybody to tell, and stops that as well', async () => {
    await checkout.write('outbox/main.ts', SENDER);
    const told = { SITE_URL: 'https://news.example', WEBSUB_HUBS: 'https://hub.example/' };
    const telling = start(told);
    await telling.says(/PRISM News is at(.|\n)*sending from postgresql:/);
    expect(sendersOf(telling)).toBe(1);
    telling.child.kill('SIGTERM');
    await telling.ended;
    expect(telling.printed()).toContain('sends no more');
    for (const [settings, flags] of [[{}, []] as const, [told, ['--dev']] as const]) {
      const silent = start(settings, flags);
      await silent.says(/PRISM News is at/);
      expect(sendersOf(silent)).toBe(0);
      silent.child.kill('SIGTERM');
      await silent.ended;
    }
  });

  test('goes on with what was published before when the content has a mistake', async () => {
    await checkout.write('prisma/migrations/migration_lock.toml', 'provider = "postgresql"\n');
    await checkout.write('prisma/migrations/1_story/migration.sql', 'CREATE TABLE story ();\n');
    const first = start();
    await first.says(/1 applied(.|\n)*PRISM News is at/);
    first.child.kill('SIGTERM');
    await first.ended;
    await checkout.write('content/paper.txt', 'mistake');
    const second = start();
    await second.says(/headline is missing(.|\n)*what was published before(.|\n)*PRISM News is at/);
    await checkout.write('content/paper.txt', 'three stories\n');
  });

  test('says in one line that the port is taken, before anything else', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const run = start();
    expect(await oneLine(run)).toBe(
      `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
    );
    expect(run.printed().trim()).not.toContain('\n');
    other.close();
  });

  test('says in one line that a setting is wrong', async () => {
    expect(await oneLine(start({ PORT: 'http' }))).toMatch(/^PORT must be a port number/);
  });

  test('says in one line that the data are of another Postgres', async () => {
    const file = path.join(checkout.cluster.directory, 'PG_VERSION');
    const version = await readFile(file, 'utf8');
    await writeFile(file, '16\n');
    expect(await oneLine(start())).toMatch(/^\.data\/postgres was made by Postgres 16;/);
    expect(await readFile(file, 'utf8')).toBe('16\n');
    await writeFile(file, version);
  });

  test('uses the server of DATABASE_URL and starts none', async () => {
    const lease = await acquire(testCluster);
    const database = `prisma_test_${port}`;
    await administer(lease.maintenanceUrl, async (client) => {
      await client.query(`CREATE DATABASE ${database}`);
    });
    const url = inDatabase(lease.maintenanceUrl, database);
    const run = start({ DATABASE_URL: url });
    await run.says(/DATABASE_URL, 127(.|\n)*PRISM News is at/);
    expect(await page()).toBe(url);
    expect(await isStopped()).toBe(true);
    run.child.kill('SIGTERM');
    await run.ended;
    await administer(lease.maintenanceUrl, (client) => dropDatabase(client, database));
    await lease.release();
  });

  test('says in one line that DATABASE_URL does not answer, and starts no server', async () => {
    const free = await freePort();
    const url = `postgresql://editor:secret@127.0.0.1:${free}/paper`;
    const run = start({ DATABASE_URL: url });
    expect(await oneLine(run)).toContain(`no Postgres answers at 127.0.0.1:${free}`);
    expect(run.printed()).not.toContain('secret');
    expect(await isStopped()).toBe(true);
  });
});

describe('npm run dev', () => {
  test('publishes a content file when it is saved, and survives a mistake in it', async () => {
    const run = start({}, ['--dev']);
    await run.says(/PRISM News is at/);
    await checkout.write('content/paper.txt', 'four stories\n');
    await run.says(/content .*four stories/);
    await checkout.write('content/paper.txt', 'mistake');
    await run.says(/headline is missing/);
    expect(await page()).toMatch(/^postgresql:/);
  });
});

describe.skipIf(!isRoot)('as root', () => {
  test('the server runs as the owner of the checkout, who can use it alone later', async () => {
    await inCheckoutOfItsOwn(async () => {
      await chown(checkout.folder, NOBODY.uid, NOBODY.gid);
      const asRoot = runIn(checkout.folder, ['--import', 'tsx', 'prisma/seed.ts']);
      expect([await asRoot.ended, asRoot.printed()]).toEqual([0, 'three stories\n']);
      expect((await stat(checkout.cluster.directory)).uid).toBe(NOBODY.uid);
      if (!isOpen) return;
      const asOwner = runIn(checkout.folder, ['--import', 'tsx', 'prisma/seed.ts'], {}, NOBODY);
      expect([await asOwner.ended, asOwner.printed()]).toEqual([0, 'three stories\n']);
      expect(await isStopped()).toBe(true);
    });
  });

  test.skipIf(!isOpen)('an ordinary user makes a database that is its own', async () => {
    await inCheckoutOfItsOwn(async () => {
      await chown(checkout.folder, NOBODY.uid, NOBODY.gid);
      const asOwner = runIn(checkout.folder, ['--import', 'tsx', 'prisma/seed.ts'], {}, NOBODY);
      expect([await asOwner.ended, asOwner.printed()]).toEqual([0, 'three stories\n']);
      expect((await stat(checkout.cluster.directory)).uid).toBe(NOBODY.uid);
    });
  });

  test.skipIf(!isOpen)('an account that may not open the data is told so in one line', async () => {
    await inCheckoutOfItsOwn(async () => {
      const asRoot = runIn(checkout.folder, ['--import', 'tsx', 'prisma/seed.ts']);
      expect(await asRoot.ended).toBe(0);
      await chmod(checkout.folder, 0o755);
      const other = runIn(checkout.folder, ['--import', 'tsx', 'prisma/seed.ts'], {}, NOBODY);
      expect(await other.ended).toBe(1);
      expect(other.printed()).toMatch(/\.data\/postgres cannot be opened by this account: EACCES/);
    });
  });
});
