import { z } from 'zod';
import { testCluster } from '@/lib/postgres/cluster';
import { connect, dropDatabase, inDatabase, listDatabases } from '@/lib/postgres/databases';
import { acquire } from '@/lib/postgres/lease';
import { showNode } from '@/scripts/run-command';
import { ensureTemplate } from '@/scripts/testing/template';

/** Kept archives begin so; the name of the migrations that they were made with follows. */
const PREFIX = 'prism_archive_';

const size = z.coerce.number().int().positive();

/**
 * `npm run bench -- corpus N`: brings the synthetic archive to N stories, and keeps it for the next time; a run
 * that was cut off goes on where it ended. It is in a database of the test server, or in the one that
 * BENCH_DATABASE_URL names, which must be one for this alone.
 */
export async function keepArchive(stories: string | undefined): Promise<void> {
  const { data, success } = size.safeParse(stories);
  if (!success) {
    console.error('Usage: npm run bench -- corpus N   (N: how many stories)');
    process.exitCode = 1;
    return;
  }
  const own = process.env.BENCH_DATABASE_URL;
  if (own !== undefined) return load(own, data);
  const lease = await acquire(testCluster);
  try {
    await load(await keptDatabase(lease.maintenanceUrl), data);
  } finally {
    await lease.release();
  }
}

async function load(url: string, stories: number): Promise<void> {
  const args = ['--import', 'tsx', 'bench/scale/load-archive.ts', String(stories)];
  const code = await showNode(args, { env: { DATABASE_URL: url } });
  if (code !== 0) throw new Error('The archive was not loaded to its end; ask again to go on.');
}

/** Made with these migrations; those of others are dropped. */
async function keptDatabase(url: string): Promise<string> {
  const template = await ensureTemplate(url);
  const name = `${PREFIX}${template.split('_').at(-1)}`;
  const client = await connect(url);
  try {
    const kept = await listDatabases(client, PREFIX);
    for (const other of kept) if (other !== name) await dropDatabase(client, other);
    if (!kept.includes(name)) {
      await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
    }
  } finally {
    await client.end();
  }
  return inDatabase(url, name);
}
