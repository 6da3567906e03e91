import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '@/lib/postgres/port';
import { build, generateClient, seed } from './prepare';
import { CommandFailed, runNode, showNode } from './run-command';
import { startSite } from './site';
import { ensureChromium } from './testing/install-chromium';
import { checkLayers } from './testing/layers';
import { makeOverviews, PICTURES } from './testing/overview';
import {
  type Counts,
  countPlaywright,
  countVitest,
  runStep,
  type StepResult,
  summarize,
} from './testing/tally';
import { beginTestRun } from './testing/test-run';

const REPORTS = '.cache';

/** What the operator has set for the site must not decide how its tests go. */
const SETTINGS = [
  ...['PORT', 'HOST', 'SITE_URL', 'DATABASE_URL', 'CONTENT_DIR', 'NODE_ENV'],
  ...['DELIVERY_CACHE_MB', 'DELIVERY_LOG', 'PRISM_STYLEGUIDE', 'AI_CRAWLERS', 'PREVIEW_KEY'],
  ...['INDEXNOW_KEY', 'INDEXNOW_ENDPOINT', 'WEBSUB_HUBS'],
  ...['SEARCHES_PER_CLIENT', 'SEARCHES_IN_ALL', 'TRUSTED_PROXIES'],
];

/** Runs the tests, the fast part, all, or all in their long forms, and ends with "N passed, N failed". */
export async function test(extent: 'fast' | 'all' | 'long'): Promise<void> {
  await inSteps((run, signal) => allTests(extent, run, signal));
}

/** Takes the pictures that browser tests compare with anew, and the overviews made of them. */
export async function updatePictures(): Promise<void> {
  await inSteps(async (run, signal) => {
    await run('Prisma client', () => generateClient(signal));
    await run('build', () => build({ signal }));
    await run('browser', () => ensureChromium(signal));
    await run('pictures', async () => {
      await rm(PICTURES, { recursive: true, force: true });
      const args = ['--project=pictures', '--grep=looks as it did', '--update-snapshots=all'];
      return browserTests(signal, args);
    });
    await run('overviews', makeOverviews);
  });
}

type Run = (title: string, work: () => Promise<Counts | string | undefined>) => Promise<void>;

async function inSteps(work: (run: Run, signal: AbortSignal) => Promise<void>): Promise<void> {
  for (const name of SETTINGS) delete process.env[name];
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());
  await mkdir(REPORTS, { recursive: true });
  const results: StepResult[] = [];
  const { signal } = stopping;
  await work(async (title, step) => {
    if (!signal.aborted) results.push(await runStep(title, step));
  }, signal);
  const { failed } = summarize(results);
  process.exitCode = signal.aborted ? 130 : failed === 0 ? 0 : 1;
}

async function allTests(
  extent: 'fast' | 'all' | 'long',
  run: Run,
  signal: AbortSignal,
): Promise<void> {
  await run('Prisma client', () => generateClient(signal));
  await run('format and lint', () => biome(signal));
  // Beside what follows, which leaves a processor idle for long.
  const typed = run('types', () => types(signal));
  await run('layers', checkLayers);
  await run('content', () => seed({ signal }, ['--check']));
  await run('unit tests', () => vitest(['unit'], signal));
  if (extent !== 'fast') {
    const length = { PRISM_TESTS: extent };
    await run('store and platform tests', () => vitest(['store', 'platform'], signal, length));
    await run('build', () => build({ signal }));
    await run('fault tests', () => vitest(['operator'], signal, length));
    await run('browser', () => ensureChromium(signal));
    await run('browser tests', () => browserTests(signal));
  }
  await typed;
}

async function biome(signal: AbortSignal): Promise<undefined> {
  await runNode(['node_modules/@biomejs/biome/bin/biome', 'check', '.'], {
    signal,
  });
}

async function types(signal: AbortSignal): Promise<undefined> {
  await runNode(['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'], { signal });
}

async function vitest(
  projects: readonly string[],
  signal: AbortSignal,
  env: Readonly<Record<string, string>> = {},
): Promise<Counts> {
  const report = path.join(REPORTS, 'vitest.json');
  const code = await showNode(
    [
      ...[
        'node_modules/vitest/vitest.mjs',
        'run',
        ...projects.flatMap((name) => ['--project', name]),
      ],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { env, signal },
  );
  return countVitest(report, code);
}

/** The production site on a port and a database of its own, and Playwright before it. */
async function browserTests(signal: AbortSignal, args: readonly string[] = []): Promise<Counts> {
  const run = await beginTestRun();
  try {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = {
      DATABASE_URL: await run.createDatabase('site'),
      SITE_URL: url,
      PRISM_STYLEGUIDE: '1',
      // To the site all of them are one client.
      ...{ SEARCHES_PER_CLIENT: '10000', SEARCHES_IN_ALL: '10000' },
    };
    console.log(await seed({ env, signal }));
    const site = await startSite({ mode: 'production', host: '127.0.0.1', port, env, signal });
    try {
      return await playwright(env, signal, args);
    } finally {
      await site.stop();
    }
  } finally {
    await run.close();
  }
}

async function playwright(
  settings: Readonly<Record<string, string>>,
  signal: AbortSignal,
  args: readonly string[],
): Promise<Counts> {
  const report = path.join(REPORTS, 'playwright.json');
  const command = ['node_modules/playwright/cli.js', 'test', '--reporter=list,json', ...args];
  const code = await showNode(command, {
    env: { ...settings, PLAYWRIGHT_JSON_OUTPUT_NAME: report, CI: '1' },
    signal,
  });
  if (signal.aborted) throw new CommandFailed('stopped');
  return countPlaywright(report, code);
}
