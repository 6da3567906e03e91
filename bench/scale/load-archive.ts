import process from 'node:process';
import { connect } from '@/lib/store/client';
import { PUBLISHING_PATIENCE, publishContent } from '@/lib/store/publish-content';
import { progressBar } from '@/prisma/progress-bar';
import { archivePart } from './corpus';

/**
 * `load-archive.ts N`: brings the synthetic archive in DATABASE_URL to N stories, by the code that publishes
 * what editors write. Goes on where an earlier run ended. Prints `{ "stories", "seconds" }` of this run.
 */

/** Published together: a run that is cut off loses no more. */
const AT_ONCE = 1_000;

const wanted = Number(process.argv[2]);
const client = connect(process.env.DATABASE_URL ?? '', PUBLISHING_PATIENCE);
const there = await client.article.count({ where: { slug: { startsWith: 'synthetic-' } } });
const bar = progressBar('Archive');
let milliseconds = 0;
for (let from = there; from < wanted; from += AT_ONCE) {
  const part = archivePart(from, Math.min(wanted, from + AT_ONCE));
  const began = performance.now();
  await publishContent(client, part, { dryRun: false, now: new Date(), pushTo: [] });
  milliseconds += performance.now() - began;
  bar.step(Math.min(wanted, from + AT_ONCE), wanted);
}
bar.end();
// What Postgres would find out by itself within minutes.
if (there < wanted) await client.$executeRaw`VACUUM ANALYZE`;
await client.$disconnect();
console.log(JSON.stringify({ stories: Math.max(0, wanted - there), seconds: milliseconds / 1000 }));
