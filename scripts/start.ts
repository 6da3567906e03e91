import { setTimeout as delay } from 'node:timers/promises';
import { migrationState } from '@/lib/postgres/migrations';
import { type Database, openDatabase } from '@/lib/postgres/open-database';
import { PostgresProblem } from '@/lib/postgres/problem';
import { type Environment, EnvironmentProblem, environment } from '@/lib/site/environment';
import { pushTargets } from '@/lib/site/push-targets';
import { watchContent } from '@/prisma/watch-content';
import { keepSending } from './keep-sending';
import { build, generateClient, migrate, seed } from './prepare';
import { step } from './progress.mjs';
import { CommandFailed } from './run-command';
import { startSite } from './site';

type Mode = 'production' | 'development';

/** Brings the paper up and keeps it up until it is told to stop. Never throws. */
export async function start(mode: Mode): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stopping.abort());
  }
  if (process.env.npm_lifecycle_event !== undefined) followParent(stopping);
  // A fault of the program's must not leave what it started running.
  process.on('uncaughtException', (error) => {
    report(error);
    stopping.abort();
  });
  // A terminal that is gone must not keep the database from being stopped.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  try {
    await run(mode, environment(), stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted) report(error);
  }
}

/**
 * npm runs us in a shell. A SIGTERM to npm ends that shell and goes no further; we notice that our
 * parent is another one.
 */
function followParent(stopping: AbortController): void {
  const parent = process.ppid;
  const look = () => process.ppid !== parent && stopping.abort();
  setInterval(look, 250).unref();
}

async function run(mode: Mode, settings: Environment, signal: AbortSignal): Promise<void> {
  await step('Prisma client', () => generateClient(signal));
  let database = await open(settings);
  try {
    await prepare(mode, database, signal);
    let lost = true;
    while (lost) {
      lost = await serve(mode, settings, database, signal, async () => {
        console.error('The embedded Postgres went away; starting it again.');
        await database.release();
        database = await openDatabase(settings.databaseUrl);
        return database;
      });
    }
  } finally {
    await database.release();
    if (signal.aborted) console.log('\nStopped.');
  }
}

function open({ databaseUrl }: Environment): Promise<Database> {
  return step(
    'database',
    () => openDatabase(databaseUrl),
    ({ url }) =>
      `${databaseUrl === null ? 'embedded Postgres' : 'DATABASE_URL'}, ${new URL(url).host}`,
  );
}

async function prepare(mode: Mode, { url }: Database, signal: AbortSignal): Promise<void> {
  const { fresh } = await migrationState(url, 'prisma/migrations');
  const options = { env: { DATABASE_URL: url }, signal };
  await step('migrations', () => migrate(url, signal));
  await step('content', () => seed(options)).catch((error: unknown) => {
    if (fresh || !(error instanceof CommandFailed)) throw error;
    console.error(`${error.message}\nThe paper goes on with what was published before.`);
  });
  if (mode === 'production') await step('build', () => build(options));
}

/**
 * Serves until told to stop; answers whether to serve again, because the database had to move.
 * An embedded server that dies is brought back under the running site.
 */
async function serve(
  mode: Mode,
  { host, port, contentDir, ...settings }: Environment,
  database: Database,
  signal: AbortSignal,
  reopen: () => Promise<Database>,
): Promise<boolean> {
  const env = { DATABASE_URL: database.url };
  const site = await step(
    'site',
    () => startSite({ mode, host, port, env, signal }),
    () => 'answers',
  );
  const stopped = Promise.race([
    untilAborted(signal),
    site.ended.then((how) => unexpected(how, signal)),
  ]);
  stopped.catch(() => {});
  const close =
    mode === 'development'
      ? await watchContent(contentDir, () => publish({ env, signal }))
      : async () => {};
  // Who works on pages tells nobody.
  const isTelling = mode === 'production' && pushTargets(settings).length > 0;
  const stopSending = isTelling ? keepSending({ env, signal }) : async () => {};
  console.log(`\n  PRISM News is at ${site.url}`);
  try {
    let current = database;
    while (current.url === database.url) {
      const end = await Promise.race([stopped, current.lost.then(() => 'lost' as const)]);
      if (end === 'stopped' || signal.aborted) return false;
      current = await reopen();
    }
    return true;
  } finally {
    await Promise.all([close(), stopSending()]);
    await site.stop();
  }
}

async function publish(options: Parameters<typeof seed>[0]): Promise<void> {
  try {
    await step('content', () => seed(options));
  } catch (error) {
    if (!options.signal?.aborted) console.error(messageOf(error));
  }
}

function untilAborted(signal: AbortSignal): Promise<'stopped'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('stopped');
    signal.addEventListener('abort', () => resolve('stopped'));
  });
}

/** A Ctrl-C reaches the site as soon as it reaches us: it may end first. */
async function unexpected(how: string, signal: AbortSignal): Promise<'stopped'> {
  await delay(200);
  if (signal.aborted) return 'stopped';
  throw new CommandFailed(`The site ended unexpectedly (${how}).`);
}

function report(error: unknown): void {
  console.error(messageOf(error));
  process.exitCode = 1;
}

/** Problems are told in their own words; anything else is a fault of the program. */
function messageOf(error: unknown): string {
  const expected = [CommandFailed, EnvironmentProblem, PostgresProblem];
  if (expected.some((kind) => error instanceof kind)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
