import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { leaveOneProcessor } from '@/lib/site/processors';
import { serverAccount } from './account';
import { findBinaries } from './binaries';
import { type Cluster, named } from './cluster';
import { initialise, isAlive } from './initialise';
import { freePort } from './port';
import { codeOf, orElse, PostgresProblem } from './problem';
import { dataArgument, plainEnvironment, serverSettings } from './process-settings';
import { readSecrets, writeSecrets } from './secrets';

/** How long a stop may take: Postgres writes out everything it holds in memory. */
const STOP_PATIENCE = 60_000;

const pidFile = ({ directory }: Cluster) => path.join(directory, 'postmaster.pid');
/** What the server says before its own log is open. */
const startLog = ({ directory }: Cluster) => path.join(directory, 'start.log');

/** What postmaster.pid says: lines 1 and 4 of the file. Null when there is none. */
export async function readPidFile(cluster: Cluster): Promise<{ pid: number; port: number } | null> {
  const text = await orElse(null, ['ENOENT', 'ENOTDIR'], () => readFile(pidFile(cluster), 'utf8'));
  const lines = text?.split('\n') ?? [];
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 ? { pid, port } : null;
}

/** Whether a server of this directory is alive. */
export async function isServing(cluster: Cluster): Promise<boolean> {
  return (await holderOf(cluster, await readPidFile(cluster))) === 'our server';
}

type Holder = 'our server' | 'a stranger' | 'nobody';

/**
 * Who has the process number in postmaster.pid: after a power cut it may be another program, which
 * Postgres itself cannot tell. A server stands in its data directory. A process that we may not
 * look at counts as nobody: it is another account's, and Postgres knows that for itself.
 */
async function holderOf({ directory }: Cluster, server: { pid: number } | null): Promise<Holder> {
  if (server === null || !isAlive(server.pid)) return 'nobody';
  if (process.platform === 'win32') return 'our server';
  if (process.platform !== 'linux') {
    return /postgres/.test(await commandOf(server.pid)) ? 'our server' : 'a stranger';
  }
  const here = await stat(directory);
  try {
    const there = await stat(`/proc/${server.pid}/cwd`);
    return there.ino === here.ino && there.dev === here.dev ? 'our server' : 'a stranger';
  } catch (error) {
    // A process that has ended and was not waited for has a number but no place.
    return codeOf(error) === 'ENOENT' ? 'a stranger' : 'nobody';
  }
}

async function commandOf(pid: number): Promise<string> {
  const ps = promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]);
  return ps.then(
    ({ stdout }) => stdout,
    () => '',
  );
}

/**
 * Starts the server, detached from us so that it outlives us if it must, making its data directory
 * first where there is none. Returns when the process has begun; `gaveWay`
 * settles if it ends: resolved when another starter was first, rejected with the problem otherwise.
 */
export async function startServer(cluster: Cluster): Promise<{ gaveWay: Promise<void> }> {
  const account = await serverAccount(cluster);
  const binaries = await findBinaries(account);
  await initialise(cluster, binaries, account);
  const secrets = await readSecrets(cluster);
  if (secrets === null) {
    throw new PostgresProblem(
      `${named(cluster)} has lost prism.json, which holds its password. Restore that file, or move the folder away to build the paper anew. Nothing was changed.`,
    );
  }
  const port = await freePort(secrets.port);
  if (port !== secrets.port) await writeSecrets(cluster.directory, { ...secrets, port }, account);

  const left = await readPidFile(cluster);
  const holder = await holderOf(cluster, left);
  if (holder === 'our server') return { gaveWay: Promise.resolve() };
  const log = await open(startLog(cluster), 'w', 0o600);
  if (account !== null) await log.chown(account.uid, account.gid);
  const child = spawn(
    binaries.postgres,
    ['-D', dataArgument(cluster.directory, account), ...serverSettings(cluster, port)],
    {
      ...account,
      cwd: cluster.directory,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log.fd, log.fd],
      // Postgres takes a pid file that names its starter's parent for stale. It must never be
      // told so of a number that a server of this directory has.
      env: {
        ...plainEnvironment(),
        ...(holder === 'a stranger' && { PG_GRANDPARENT_PID: String(left?.pid) }),
      },
    },
  );
  await once(child, 'spawn').finally(() => log.close());
  child.unref();
  if (child.pid !== undefined) await leaveOneProcessor(child.pid);
  const gaveWay = once(child, 'exit').then(async () => {
    const reason = await reasonOf(cluster);
    if (reason !== null) throw new PostgresProblem(reason);
  });
  gaveWay.catch(() => {});
  return { gaveWay };
}

/** Why the server gave up; null when it is because another starter was first. */
async function reasonOf(cluster: Cluster): Promise<string | null> {
  const log = await orElse('', ['ENOENT'], () => readFile(startLog(cluster), 'utf8'));
  if (/lock file "postmaster\.pid" already exists/.test(log)) return null;
  const line = /(?:FATAL|PANIC|error): +(.*)/.exec(log)?.[1] ?? log.trim().split('\n').at(-1);
  const where = path.join(named(cluster), 'log');
  return `The embedded Postgres could not start: ${line || 'it said nothing'} (more in ${where}).`;
}

/** Stops the server cleanly: clients are cut off, everything is on disk when this returns. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const server = await readPidFile(cluster);
  if (server === null || !(await isServing(cluster))) return;
  if (process.platform === 'win32') {
    const { pgCtl } = await findBinaries(null);
    await promisify(execFile)(pgCtl, ['stop', '-m', 'fast', '-D', cluster.directory]);
    return;
  }
  process.kill(server.pid, 'SIGINT');
  const deadline = Date.now() + STOP_PATIENCE;
  while ((await readPidFile(cluster))?.pid === server.pid && (await isServing(cluster))) {
    if (Date.now() > deadline) {
      throw new PostgresProblem(
        `The embedded Postgres (process ${server.pid}) did not stop within ${STOP_PATIENCE / 1000} s.`,
      );
    }
    await delay(20);
  }
}
