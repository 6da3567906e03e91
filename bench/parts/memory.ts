import { z } from 'zod';
import { runNode } from '@/scripts/run-command';
import { fetchRaw } from '../fetch';
import { type Figure, show } from '../figure';
import { residentMemory, runLoad } from '../load/run-load';
import type { Stage } from '../stage';

const PAGES = 10_000;
const MEGABYTES = 64;
const BOUND = MEGABYTES * 2 ** 20;

const filled = z.object({ highest: z.number(), kept: z.number(), residentMegabytes: z.number() });

/**
 * The bound, with 10,000 pages so small that all fit and with 10,000 as large as stories; and the
 * memory of the whole process when readers have asked for more stories than fit.
 */
export async function measureMemory(stage: Stage): Promise<readonly Figure[]> {
  const small = await fill(4_000);
  const large = await fill(60_000);
  const { databaseUrl, stories } = await stage.largePaper();
  const site = await stage.openSite(databaseUrl, { DELIVERY_CACHE_MB: String(MEGABYTES) });
  const pid = await site.process(/delivery\/main/);
  const before = residentMemory(pid);
  const load = { port: site.port, paths: [...stories], once: true, connections: 4, seconds: 50 };
  const { requests } = await runLoad(load);
  const bytes = await cacheBytes(site.port);
  const after = residentMemory(pid);
  return [
    {
      id: 'cache bytes',
      title: `${show(PAGES)} pages under a bound of ${MEGABYTES} MB: kept at most`,
      value: Math.max(small.highest, large.highest, bytes) / 2 ** 20,
      unit: 'MB',
      detail: `${show(small.kept)} pages of 4 KB kept, ${show(large.kept)} of 60 KB; ${show(bytes / 2 ** 20)} MB in delivery after ${show(requests)} stories`,
    },
    {
      id: 'cache resident',
      title: 'Resident memory of delivery with a full cache',
      value: after ?? Number.NaN,
      unit: 'MB',
      detail: `${show(before ?? Number.NaN)} MB when it starts; the cache alone in a process: ${show(small.residentMegabytes)} MB with small pages, ${show(large.residentMegabytes)} MB with large ones`,
    },
  ];
}

async function fill(pageBytes: number) {
  const args = ['--expose-gc', '--import', 'tsx', 'bench/servers/filled-cache.ts'];
  const numbers = [PAGES, pageBytes, BOUND].map(String);
  return filled.parse(JSON.parse(await runNode([...args, ...numbers])));
}

async function cacheBytes(port: number): Promise<number> {
  const { body } = await fetchRaw(port, '/metrics');
  return [...body.toString('utf8').matchAll(/^prism_cache_\w+_bytes (\S+)$/gm)].reduce(
    (sum, [, value]) => sum + Number(value),
    0,
  );
}
