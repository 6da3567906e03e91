import { randomBytes } from 'node:crypto';
import { testCluster } from '@/lib/postgres/cluster';
import {
  administer,
  type Connection,
  connect,
  dropDatabase,
  inDatabase,
  listDatabases,
} from '@/lib/postgres/databases';
import { acquire } from '@/lib/postgres/lease';
import { ensureTemplate } from './template';

/** Databases of test runs begin so; the run's own name follows. */
const PREFIX = 'prisma_test_';

/** A run of tests: its place on the test server, which is not the server of the site. */
export type TestRun = Readonly<{
  /** URL of the server's maintenance database. */
  url: string;
  /** Beginning of the names of this run's databases. */
  prefix: string;
  /** Database with every migration applied and no rows. */
  template: string;
  /** Makes a database of the run's own from the template and answers its URL. */
  createDatabase: (name: string) => Promise<string>;
  /** Drops the run's databases and leaves the server. */
  close: () => Promise<void>;
}>;

/** Begins a run: starts the server if need be, clears up after runs that were killed. */
export async function beginTestRun(): Promise<TestRun> {
  const lease = await acquire(testCluster);
  const prefix = `${PREFIX}${randomBytes(4).toString('hex')}`;
  const url = lease.maintenanceUrl;
  // The connection's name is how other runs see that this one is alive.
  const presence = await connect(url, prefix);
  await administer(url, dropLeftovers);
  const template = await ensureTemplate(url);
  return {
    url,
    prefix,
    template,
    createDatabase: async (name) => {
      const own = `${prefix}_${name}`;
      await presence.query(`CREATE DATABASE "${own}" TEMPLATE "${template}"`);
      return inDatabase(url, own);
    },
    close: async () => {
      await administer(url, async (client) => {
        for (const name of await listDatabases(client, prefix)) await dropDatabase(client, name);
      });
      await presence.end();
      await lease.release();
    },
  };
}

async function dropLeftovers(client: Connection): Promise<void> {
  const { rows } = await client.query<{ run: string }>(
    'SELECT application_name AS run FROM pg_stat_activity WHERE starts_with(application_name, $1)',
    [PREFIX],
  );
  for (const name of await listDatabases(client, PREFIX)) {
    if (!rows.some(({ run }) => name.startsWith(run))) await dropDatabase(client, name);
  }
}
