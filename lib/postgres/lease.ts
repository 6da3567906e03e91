import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, DATABASE, MAINTENANCE, named, ROLE } from './cluster';
import { isServing, readPidFile, startServer, stopServer } from './postmaster';
import { asProblem, codeOf, PostgresProblem, reasonOf } from './problem';
import { readSecrets } from './secrets';

/** Time a server has to start; recovery after a power cut may take a while. */
const START_PATIENCE = 120_000;

/** Number of the advisory lock in the maintenance database: shared by all who need the server. */
const LOCK = 7_723_101;

/** The right to use an embedded server. It ends with `release`, or with this process. */
export type Lease = Readonly<{
  /** Connection URL of the site's database. */
  url: string;
  /** The same for the maintenance database. */
  maintenanceUrl: string;
  /** Resolves when the server went away although the lease was not released. */
  lost: Promise<void>;
  /** Gives the lease back; whoever is last stops the server cleanly. */
  release: () => Promise<void>;
}>;

/**
 * Takes a lease on the cluster's server, and starts it when nobody has. Two starters need no lock:
 * Postgres lets one server into a data directory, and the other finds that one running.
 * Throws PostgresProblem when there can be no server.
 */
export async function acquire(cluster: Cluster): Promise<Lease> {
  try {
    return await enterOrStart(cluster);
  } catch (error) {
    throw asProblem(named(cluster), error);
  }
}

async function enterOrStart(cluster: Cluster): Promise<Lease> {
  const deadline = Date.now() + START_PATIENCE;
  let gaveWay: Promise<void> | null = null;
  for (;;) {
    const client = await enter(cluster);
    if (client !== null) return leaseOf(cluster, client);
    if (Date.now() > deadline) {
      throw new PostgresProblem(`The embedded Postgres in ${named(cluster)} does not answer.`);
    }
    if (gaveWay === null && !(await isServing(cluster))) {
      const server = await startServer(cluster);
      gaveWay = server.gaveWay.then(() => {
        gaveWay = null;
      });
    }
    await Promise.race([delay(20), ...(gaveWay === null ? [] : [gaveWay])]);
  }
}

/** Connects and takes the shared lock; null while there is no server, or one that is going. */
async function enter(cluster: Cluster): Promise<pg.Client | null> {
  const [server, secrets] = [await readPidFile(cluster), await readSecrets(cluster)];
  if (server === null || secrets === null || !(await isServing(cluster))) return null;
  const client = new pg.Client({
    connectionString: urlOf(server.port, secrets.password, MAINTENANCE),
    application_name: `prism lease ${process.pid}`,
    keepAlive: true,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ directory: string | null }>(
      "SELECT current_setting('prism.directory', true) AS directory",
    );
    if (rows[0]?.directory !== cluster.directory) throw moved(cluster, rows[0]?.directory);
    await client.query('SELECT pg_advisory_lock_shared($1)', [LOCK]);
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    if (isPassing(error)) return null;
    throw error instanceof PostgresProblem ? error : refused(cluster, error);
  }
}

async function leaseOf(cluster: Cluster, client: pg.Client): Promise<Lease> {
  let released = false;
  const lost = new Promise<void>((resolve) => {
    client.once('end', () => released || resolve());
  });
  await ensureDatabase(client);
  const { port, password } = client;
  return {
    url: urlOf(port, password ?? '', DATABASE),
    maintenanceUrl: urlOf(port, password ?? '', MAINTENANCE),
    lost,
    release: async () => {
      if (released) return;
      released = true;
      if (await isLast(client)) await stopServer(cluster);
      await client.end().catch(() => {});
    },
  };
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 1) return;
  try {
    await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    if (!['42P04', '23505'].includes(codeOf(error))) throw error;
  }
}

/** Whether no other lease is left. Holding the exclusive lock keeps newcomers waiting. */
async function isLast(client: pg.Client): Promise<boolean> {
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [LOCK]);
    const { rows } = await client.query<{ last: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS last',
      [LOCK],
    );
    return rows[0]?.last === true;
  } catch (error) {
    if (isPassing(error)) return false;
    throw error;
  }
}

/** No server yet, one that is starting or stopping, or a connection cut off by a stop. */
function isPassing(error: unknown): boolean {
  const passing = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '55000'];
  const closed = error instanceof Error && /terminated|not queryable/i.test(error.message);
  return closed || passing.includes(codeOf(error));
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${database}`;
}

function moved(cluster: Cluster, directory: string | null | undefined): PostgresProblem {
  return new PostgresProblem(
    `The server of ${named(cluster)} was started for ${directory ?? 'another program'}; the folder was moved or copied while it ran. Stop that server and start again.`,
  );
}

function refused(cluster: Cluster, error: unknown): PostgresProblem {
  return new PostgresProblem(
    `The embedded Postgres in ${named(cluster)} refused us: ${reasonOf(error)}.`,
  );
}
