import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { arch, availableParallelism, cpus, loadavg, platform } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { build, generateClient } from '@/scripts/prepare';
import { type Budgets, budgetsSchema, type Figure, type Judged, judge, show } from './figure';
import { measureBesideCold } from './parts/beside-cold';
import { measureCached } from './parts/cached';
import { measureCold } from './parts/cold';
import { measureMemory } from './parts/memory';
import { measurePage } from './parts/page';
import { measurePublish } from './parts/publish';
import { measureQueries } from './parts/queries';
import { measureRelated } from './parts/related';
import { measureRelatedMoment } from './parts/related-moment';
import { measureScale, WITHOUT_MILLION } from './parts/scale';
import { measureWeight } from './parts/weight';
import { drawPicture } from './report/picture';
import { formatTable } from './report/table';
import { keepArchive } from './scale/keep-archive';
import { openStage, type Stage } from './stage';

/** `npm run bench`: every figure beside its budget. `npm run bench -- NAME`: one part. */
const parts: Readonly<Record<string, (stage: Stage) => Promise<readonly Figure[]>>> = {
  weight: measureWeight,
  page: measurePage,
  queries: measureQueries,
  cached: measureCached,
  'beside-cold': measureBesideCold,
  cold: measureCold,
  memory: measureMemory,
  publish: measurePublish,
};

/**
 * Too long for every run: these take minutes or hours, write results of their own, and serve no pages, so
 * that they need no built site.
 */
const onDemand: typeof parts = {
  scale: measureScale,
  related: measureRelated,
  'related-moment': measureRelatedMoment,
};

const RESULTS = path.join('bench', 'results');

/** What the operator has set for the site must not decide what is measured. */
const SETTINGS = ['PORT', 'HOST', 'SITE_URL', 'DATABASE_URL', 'CONTENT_DIR', 'DELIVERY_LOG'];

const BUSY =
  'This machine was busy with other things: rates and percentiles may be far off, processor times and sizes are not.';

async function run(names: readonly string[]): Promise<boolean> {
  for (const name of SETTINGS) delete process.env[name];
  const budgets = budgetsSchema.parse(JSON.parse(await readFile('bench/budgets.json', 'utf8')));
  const busy = (loadavg()[0] ?? 0) / availableParallelism();
  if (busy > 0.5) console.warn(BUSY);
  await generateClient();
  if (names.some((name) => name in parts)) await build({});
  const stage = await openStage();
  const figures: Judged[] = [];
  try {
    for (const name of names) figures.push(...(await measure(name, stage, budgets)));
  } finally {
    await stage.close();
  }
  console.log(`\n${formatTable(figures)}`);
  if (names.length === Object.keys(parts).length) await write(figures, busy);
  return figures.every(({ kept }) => kept !== false);
}

async function measure(name: string, stage: Stage, budgets: Budgets): Promise<readonly Judged[]> {
  const part = parts[name] ?? onDemand[name];
  if (part === undefined) {
    const names = [...Object.keys(parts), ...Object.keys(onDemand)];
    throw new Error(`No part “${name}”: ${names.join(', ')}`);
  }
  console.log(`\n${name}`);
  try {
    const figures = (await part(stage)).map((figure) => judge(figure, budgets));
    for (const { title, value, unit, budget, kept } of figures) {
      const verdict = kept === false ? 'BROKEN' : kept === true ? 'kept' : '';
      console.log(`  ${title}: ${show(value)} ${unit} (${budget}) ${verdict}`);
    }
    return figures;
  } finally {
    await stage.clear();
  }
}

/** Only a whole run is written, so that the figures of one table are of one machine and hour. */
async function write(figures: readonly Judged[], busy: number): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  const processor = `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`;
  const machine = `Node ${process.versions.node}, ${platform()} ${arch()}, ${processor}`;
  await writeFile(
    path.join(RESULTS, 'latest.md'),
    `# Figures and budgets\n\nWritten by \`npm run bench\` on ${machine}. Each ratio is the median of rounds in which its two sides\nwere measured in turns. Budgets stand in \`bench/budgets.json\`.\n\n${busy > 0.5 ? `${BUSY}\n\n` : ''}${formatTable(figures)}\n`,
  );
  await writeFile(path.join(RESULTS, 'latest.svg'), drawPicture(figures));
}

const asked = process.argv.slice(2);
try {
  if (asked[0] === 'corpus') {
    await keepArchive(asked[1]);
    process.exit();
  }
  const names = asked.filter((word) => word !== WITHOUT_MILLION);
  const kept = await run(names.length > 0 ? names : Object.keys(parts));
  if (!kept) process.exitCode = 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
