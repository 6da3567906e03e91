import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Problem } from '@/lib/document/documents';
import { hashFiles } from '@/lib/document/fingerprint';
import { HistoryProblem, readHistory } from '@/lib/document/history';
import { locateRefusal } from '@/lib/document/locate-refusal';
import { readContent } from '@/lib/document/read-content';
import { openShelf, type Series, type Shelf } from '@/lib/document/shelf';
import { PostgresProblem } from '@/lib/postgres/problem';
import { withDatabase } from '@/lib/postgres/with-database';
import { EnvironmentProblem, environment } from '@/lib/site/environment';
import { pushTargets } from '@/lib/site/push-targets';
import { listAgenda } from '@/lib/store/agenda-queries';
import { type Client, connect } from '@/lib/store/client';
import { storiesAsPublished } from '@/lib/store/content-file-queries';
import { isNotMigrated } from '@/lib/store/health-queries';
import { prepareRenditions } from '@/lib/store/prepare-renditions';
import { PUBLISHING_PATIENCE, publishContent } from '@/lib/store/publish-content';
import { PublishRefused, type PublishReport } from '@/lib/store/publish-report';
import { checkerName } from './checker';
import { progressBar } from './progress-bar';
import { parseFlags, type SeedFlags, USAGE, WrongFlags } from './seed-flags';
import { type Teller, type Took, tellAsJson, tellInWords } from './tell';
import { watchContent } from './watch-content';
import { writeIdentities } from './write-identities';

/** Publishes the content folder, or says what would happen. The last line says what was done. */

const folder = () => environment().contentDir;

async function run(flags: SeedFlags, tell: Teller): Promise<void> {
  switch (flags.task) {
    case 'help':
      return console.log(USAGE);
    case 'agenda':
      return tell.agenda(await inDatabase((client) => listAgenda(client, new Date())));
    default:
      await (flags.watch ? watch(flags, tell) : publish(flags, tell));
  }
}

async function publish(flags: SeedFlags, tell: Teller): Promise<void> {
  const shelf = openShelf();
  try {
    await (flags.task === 'check'
      ? checkOnly(flags, tell, shelf)
      : inDatabase((client) => publishInto(client, flags, tell, shelf)));
  } finally {
    shelf.close();
  }
}

async function checkOnly(flags: SeedFlags, tell: Teller, shelf: Shelf): Promise<void> {
  const { content, problems, errors } = await readWithBar(flags.only, shelf);
  if (content === null) return refuse(problems, errors, tell);
  await tell.problems(problems);
  tell.checked(content);
}

async function publishInto(
  client: Client,
  flags: SeedFlags,
  tell: Teller,
  shelf: Shelf,
): Promise<void> {
  const { task, only, withdrawMissing } = flags;
  const began = performance.now();
  const checkedBy = await checkerName();
  if (only === null && withdrawMissing === null) {
    // Byte by byte what was published last: then nothing need be read a second time.
    const stories = await publishedAlready(client, checkedBy);
    if (stories !== null) return tell.unchanged(stories, tookSince(began));
  }
  const { content, problems, errors } = await readWithBar(only, shelf);
  if (content === null) return refuse(problems, errors, tell);
  await tell.problems(problems);
  const read = performance.now();
  const dryRun = task === 'dry-run';
  const bar = progressBar('Writing');
  try {
    const report = await publishContent(client, content, {
      ...{ dryRun, pushTo: pushTargets(environment()), withdrawMissing },
      now: withdrawMissing === null ? new Date() : toTheSecond(new Date()),
      ...{ checkedBy, shelf, readHistory: (id) => readHistory(folder(), id), onProgress: bar.step },
    });
    bar.end();
    const took = tookSince(began, read);
    tell.published(report, dryRun);
    if (!dryRun) {
      tell.unwritten(await writeIdentities(folder(), content.files, report.articles.identities));
    }
    tell.done(report, dryRun, took);
    if (!dryRun) await prepare(client, report);
  } catch (error) {
    bar.end();
    if (!(error instanceof PublishRefused)) throw error;
    const problems = await Promise.all(error.refusals.map(located));
    await refuse(problems, problems.length, tell);
  }
}

/** After readers can see what was published: pictures may take longer than all else. */
async function prepare(client: Client, { articles }: PublishReport): Promise<void> {
  const bar = progressBar('Pictures');
  await prepareRenditions(client, writtenSlugs(articles), bar.step).finally(bar.end);
}

function* writtenSlugs({ created, updated, renamed }: PublishReport['articles']) {
  yield* created;
  yield* updated;
  for (const { to } of renamed) yield to;
}

async function readWithBar(only: SeedFlags['only'], shelf: Shelf) {
  const bar = progressBar('Reading');
  const read = await readContent(folder(), only, bar.step, shelf);
  bar.end();
  return read;
}

function tookSince(began: number, read = performance.now()): Took {
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return { reading: read - began, publishing: performance.now() - read, megabytes };
}

async function publishedAlready(client: Client, checkedBy: string): Promise<number | null> {
  if (!existsSync(folder())) return null;
  return storiesAsPublished(client, hashFiles(folder()), checkedBy);
}

/** As exact as the files say instants: this one goes into those of the stories taken back. */
function toTheSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1000) * 1000);
}

async function refuse(problems: Series<Problem>, errors: number, tell: Teller): Promise<void> {
  await tell.problems(problems);
  tell.nothingPublished(errors);
  process.exitCode = 1;
}

async function located(refusal: PublishRefused['refusals'][number]): Promise<Problem> {
  const text = await readFile(path.join(folder(), refusal.file), 'utf8').catch(() => '');
  return locateRefusal(refusal, text);
}

async function inDatabase<Result>(work: (client: Client) => Promise<Result>) {
  return withDatabase(async (url) => {
    const client = connect(url, PUBLISHING_PATIENCE);
    try {
      return await work(client);
    } finally {
      await client.$disconnect();
    }
  });
}

/** Until it is interrupted. What cannot be published is told, and tried again with the next file. */
async function watch(flags: SeedFlags, tell: Teller): Promise<void> {
  const once = async () => {
    console.error(`Reading ${folder()} …`);
    try {
      await publish(flags, tell);
    } catch (error) {
      const words = wordsFor(error);
      if (words === null) throw error;
      tell.failed(words);
    }
  };
  await once();
  const stop = await watchContent(folder(), once);
  console.error(`Watching ${folder()}; stop with Ctrl-C.`);
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await stop();
  process.exitCode = 0;
}

/** What an editor or operator can mend, in a line; null for a fault of the program's. */
function wordsFor(error: unknown): string | null {
  if (isNotMigrated(error)) {
    return 'The database lacks tables of this version: run “npx prisma migrate deploy”, then try again.';
  }
  const known = [EnvironmentProblem, HistoryProblem, PostgresProblem, WrongFlags];
  return error instanceof Error && known.some((kind) => error instanceof kind)
    ? error.message
    : null;
}

let tell: Teller | null = null;
try {
  const flags = parseFlags(process.argv.slice(2), folder());
  tell = flags.json ? tellAsJson(folder()) : tellInWords(folder());
  await run(flags, tell);
} catch (error) {
  const words = wordsFor(error);
  if (words === null) throw error;
  if (tell === null) console.error(words);
  else tell.failed(words);
  process.exitCode = 1;
}
