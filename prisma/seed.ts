import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Problem } from '@/lib/document/documents';
import { HistoryProblem, readHistory } from '@/lib/document/history';
import { locateRefusal } from '@/lib/document/locate-refusal';
import { readContent } from '@/lib/document/read-content';
import { PostgresProblem } from '@/lib/postgres/problem';
import { withDatabase } from '@/lib/postgres/with-database';
import { EnvironmentProblem, environment } from '@/lib/site/environment';
import { pushTargets } from '@/lib/site/push-targets';
import { listAgenda } from '@/lib/store/agenda-queries';
import { connect } from '@/lib/store/client';
import { isNotMigrated } from '@/lib/store/health-queries';
import { PUBLISHING_PATIENCE, publishContent } from '@/lib/store/publish-content';
import { PublishRefused } from '@/lib/store/publish-report';
import { parseFlags, type SeedFlags, USAGE, WrongFlags } from './seed-flags';
import { type Teller, tellAsJson, tellInWords } from './tell';
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

/** Answers false where there was something to mend. */
async function publish(flags: SeedFlags, tell: Teller): Promise<void> {
  const { task, only, withdrawMissing } = flags;
  const { content, problems } = await readContent(folder(), only);
  if (content === null) return refuse(problems, tell);
  await tell.problems(problems);
  if (task === 'check') return tell.checked(content);
  const dryRun = task === 'dry-run';
  try {
    const report = await inDatabase((client) =>
      publishContent(client, content, {
        ...{ dryRun, pushTo: pushTargets(environment()) },
        readHistory: (id) => readHistory(folder(), id),
        ...(withdrawMissing === null
          ? { now: new Date() }
          : { now: toTheSecond(new Date()), withdrawMissing }),
      }),
    );
    tell.published(report, content, dryRun);
    if (!dryRun) {
      tell.unwritten(await writeIdentities(folder(), content.files, report.articles.identities));
    }
    tell.done(report, dryRun);
  } catch (error) {
    if (!(error instanceof PublishRefused)) throw error;
    await refuse(await Promise.all(error.refusals.map(located)), tell);
  }
}

/** As exact as the files say instants: this one goes into those of the stories taken back. */
function toTheSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1000) * 1000);
}

async function refuse(problems: readonly Problem[], tell: Teller): Promise<void> {
  await tell.problems(problems);
  tell.nothingPublished(problems.filter(({ severity }) => severity === 'error').length);
  process.exitCode = 1;
}

async function located(refusal: PublishRefused['refusals'][number]): Promise<Problem> {
  const text = await readFile(path.join(folder(), refusal.file), 'utf8').catch(() => '');
  return locateRefusal(refusal, text);
}

async function inDatabase<Result>(work: (client: ReturnType<typeof connect>) => Promise<Result>) {
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
