import { z } from 'zod';
import { testCluster } from '@/lib/postgres/cluster';
import { connect, dropDatabase, inDatabase, listDatabases } from '@/lib/postgres/databases';
import { acquire } from '@/lib/postgres/lease';
import { showNode } from '@/scripts/run-command';
import { ensureTemplate } from '@/scripts/testing/template';

/** Kept archives begin so; the hash of the migrations that they were made with follows, and their size. */
const PREFIX = 'prism_archive_';

const size = z.coerce.number().int().positive();

/**
 * `npm run bench -- corpus N`: makes the synthetic archive of N stories, and keeps it for the next time; a run
 * that was cut off goes on where it ended. It is a database of the test server, or the one that
 * BENCH_DATABASE_URL names, which must be for this alone.
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
  await withArchives([data], async () => {});
}

/** Works with kept archives, from the smallest; their URLs by their sizes. Those that are missing are made first. */
export async function withArchives<T>(
  sizes: readonly number[],
  work: (urls: ReadonlyMap<number, string>) => Promise<T>,
): Promise<T> {
  const lease = await acquire(testCluster);
  try {
    const urls = new Map<number, string>();
    for (const stories of [...sizes].sort((a, b) => a - b)) {
      const url = await keptDatabase(lease.maintenanceUrl, stories);
      await load(url, stories);
      urls.set(stories, url);
    }
    return await work(urls);
  } finally {
    await lease.release();
  }
}

async function load(url: string, stories: number): Promise<void> {
  const args = ['--import', 'tsx', 'bench/scale/load-archive.ts', String(stories)];
  const code = await showNode(args, { env: { DATABASE_URL: url } });
  if (code !== 0) throw new Error('The archive was not loaded to its end; ask again to go on.');
}

/** Begun from the largest smaller archive that is kept. Those of other migrations are dropped. */
async function keptDatabase(url: string, stories: number): Promise<string> {
  const template = await ensureTemplate(url);
  const prefix = `${PREFIX}${template.split('_').at(-1)}_`;
  const name = `${prefix}${stories}`;
  const client = await connect(url);
  try {
    const kept = await listDatabases(client, PREFIX);
    for (const other of kept) if (!other.startsWith(prefix)) await dropDatabase(client, other);
    if (!kept.includes(name)) {
      const smaller = kept
        .filter((other) => other.startsWith(prefix))
        .map((other) => Number(other.slice(prefix.length)))
        .filter((other) => other < stories);
      const beginning = smaller.length > 0 ? `${prefix}${Math.max(...smaller)}` : template;
      await client.query(`CREATE DATABASE "${name}" TEMPLATE "${beginning}"`);
    }
  } finally {
    await client.end();
  }
  return inDatabase(url, name);
}
