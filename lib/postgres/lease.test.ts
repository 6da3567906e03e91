import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serverAccount } from './account';
import type { Cluster } from './cluster';
import { administer, connect } from './databases';
import { acquire, type Lease } from './lease';
import { isServing, readPidFile, stopServer } from './postmaster';
import { readSecrets, writeSecrets } from './secrets';

let cluster: Cluster;
const held: Lease[] = [];
const children: ChildProcess[] = [];
const servers: Server[] = [];

/** A folder that only its owner can read, as a checkout below /root is. */
beforeEach(async () => {
  const parent = await mkdtemp(path.join(tmpdir(), 'prism-postgres-'));
  expect((await stat(parent)).mode & 0o777).toBe(0o700);
  cluster = { directory: path.join(parent, 'postgres'), durable: false };
});

afterEach(async () => {
  for (const lease of held.splice(0)) await lease.release();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) server.close();
  await stopServer(cluster);
  await rm(path.dirname(cluster.directory), { recursive: true, force: true });
});

async function take(): Promise<Lease> {
  const lease = await acquire(cluster);
  held.push(lease);
  return lease;
}

async function value(url: string, sql: string): Promise<unknown> {
  const client = await connect(url);
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

async function pidOf(): Promise<number> {
  const server = await readPidFile(cluster);
  if (server === null) throw new Error('no server');
  return server.pid;
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isServing(cluster)).toBe(false);
}

/** Makes a data directory once; the tests that need one to start from write into a fresh one. */
async function initialised(): Promise<void> {
  await (await acquire(cluster)).release();
}

describe('the embedded server', () => {
  test('stops when the last lease is given back, and not before', async () => {
    const [first, second] = await Promise.all([take(), take()]);
    expect(first.url).toBe(second.url);
    await first.release();
    expect(await value(second.url, 'SELECT 1')).toBe(1);
    await second.release();
    expect(await readPidFile(cluster)).toBeNull();
    expect(
      await readFile(path.join(cluster.directory, 'log', await newestLog()), 'utf8'),
    ).toContain('database system is shut down');
  });

  test('listens on the loopback address alone, for whoever has the password', async () => {
    const { url } = await take();
    expect(await value(url, 'SHOW listen_addresses')).toBe('127.0.0.1');
    expect(await value(url, 'SHOW unix_socket_directories')).toBe('');
    const wrong = url.replace(/:[^:@]+@/, ':guess@');
    await expect(value(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    const { mode } = await stat(path.join(cluster.directory, 'prism.json'));
    expect(mode & 0o777).toBe(0o600);
  });

  test('knows letters from punctuation beyond ASCII', async () => {
    const { url } = await take();
    expect(await value(url, "SELECT to_tsvector('simple', '“Été” – l’hiver')::text")).toBe(
      "'hiver':3 'l':2 'été':1",
    );
  });

  test('outlives a user that was killed, and is adopted by the next', async () => {
    const script = `import('${path.resolve('lib/postgres/lease.ts')}').then(({ acquire }) =>
      acquire(${JSON.stringify(cluster)})).then(() => console.log('up'))`;
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', script]);
    children.push(child);
    await once(child.stdout, 'data');
    const pid = await pidOf();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lease = await take();
    expect(await pidOf()).toBe(pid);
    await lease.release();
    expect(await readPidFile(cluster)).toBeNull();
  });

  test('tells its users when it dies, and comes back with what was committed', async () => {
    cluster = { ...cluster, durable: true };
    const lease = await take();
    expect(await value(lease.url, 'SHOW fsync')).toBe('on');
    await administer(lease.url, async (client) => {
      await client.query('CREATE TABLE story AS SELECT 7 AS id');
    });
    await kill(await pidOf());
    await lease.lost;
    await lease.release();
    const again = await take();
    expect(again.url).toBe(lease.url);
    expect(await value(again.url, 'SELECT id FROM story')).toBe(7);
  });

  test.skipIf(process.platform === 'win32')(
    'recovers from a power cut after which its process number belongs to another program',
    async () => {
      await take();
      const pid = await pidOf();
      const account = await serverAccount(cluster);
      const other = spawn('sleep', ['60'], { ...account, cwd: '/' });
      children.push(other);
      await kill(pid);
      const file = path.join(cluster.directory, 'postmaster.pid');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace(/^\d+/, String(other.pid)));
      const lease = await take();
      expect(await value(lease.url, 'SELECT 1')).toBe(1);
      expect(await pidOf()).not.toBe(other.pid);
    },
  );

  test('moves to another port when its own is taken, and stays there', async () => {
    await initialised();
    const before = await readSecrets(cluster);
    const other = createServer().listen(before?.port, '127.0.0.1');
    servers.push(other);
    await once(other, 'listening');
    const lease = await take();
    const after = await readSecrets(cluster);
    expect(after?.port).not.toBe(before?.port);
    expect(new URL(lease.url).port).toBe(String(after?.port));
  });
});

describe('what the embedded server cannot open', () => {
  beforeAll(() => {
    expect.hasAssertions();
  });

  async function refusal(): Promise<string> {
    const before = await listing();
    const problem = await acquire(cluster).then(
      () => 'none',
      (error: Error) => error.message,
    );
    expect(await listing()).toEqual(before);
    expect(problem).not.toContain('\n');
    return problem;
  }

  test('is a data directory of another version: it says which, and touches nothing', async () => {
    await mkdir(cluster.directory, { mode: 0o700 });
    await writeFile(path.join(cluster.directory, 'PG_VERSION'), '15\n');
    expect(await refusal()).toMatch(/made by Postgres 15.*Nothing was changed/);
  });

  test('is a folder with something else in it', async () => {
    await mkdir(cluster.directory);
    await writeFile(path.join(cluster.directory, 'letter.txt'), 'Dear editor');
    expect(await refusal()).toMatch(/not a Postgres data directory.*Nothing was changed/);
  });

  test('is a place that cannot hold a folder', async () => {
    await writeFile(path.join(path.dirname(cluster.directory), 'file'), '');
    cluster = { ...cluster, directory: path.join(path.dirname(cluster.directory), 'file', 'data') };
    expect(await acquire(cluster).catch((error: Error) => error.message)).toMatch(
      /could not start/,
    );
    cluster = { ...cluster, directory: path.join(cluster.directory, '..', '..', 'postgres') };
  });

  test('is a server whose password file was lost or changed', async () => {
    await initialised();
    const secrets = await readSecrets(cluster);
    if (secrets === null) throw new Error('no secrets');
    const account = await serverAccount(cluster);
    await writeSecrets(cluster.directory, { ...secrets, password: 'other' }, account);
    expect(await acquire(cluster).catch((error: Error) => error.message)).toMatch(/refused us/);
    await stopServer(cluster);
    await rm(path.join(cluster.directory, 'prism.json'));
    expect(await refusal()).toMatch(/has lost prism\.json/);
  });
});

async function listing(): Promise<readonly string[]> {
  return (await readdir(path.dirname(cluster.directory), { recursive: true })).sort();
}

async function newestLog(): Promise<string> {
  const [log] = await readdir(path.join(cluster.directory, 'log'));
  if (log === undefined) throw new Error('no log');
  return log;
}
