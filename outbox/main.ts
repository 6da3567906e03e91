import { setPriority } from 'node:os';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { environment } from '@/lib/site/environment';
import { pushTargets } from '@/lib/site/push-targets';
import { connect } from '@/lib/store/client';
import { isDatabaseAway, isNotMigrated } from '@/lib/store/health-queries';
import { sendDue } from './send-due';

/** Milliseconds between two looks into the outbox. */
const EVERY = 5_000;

/** The process that tells search engines and hubs. Started by `npm start` when there is anybody to tell. */
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
// Readers and those who publish go first.
setPriority(10);

const { databaseUrl, siteUrl, ...settings } = environment();
if (databaseUrl === null) {
  throw new Error('DATABASE_URL is not set: start the site with “npm start”, which sets it.');
}
const stopping = new AbortController();
const { signal } = stopping;
const stop = () => stopping.abort();
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(name, stop);
// Whoever started us and held on to us is gone.
process.once('disconnect', stop);

const client = connect(databaseUrl);
const sending = {
  ...{ client, siteUrl, signal, random: Math.random },
  targets: pushTargets(settings),
  now: () => new Date(),
  report: (line: string) => console.log(line),
};
let trouble = '';
while (!signal.aborted) {
  try {
    await sendDue(sending);
    trouble = '';
  } catch (error) {
    if (!signal.aborted) tell(error);
  }
  await delay(EVERY, undefined, { signal }).catch(() => {});
}
await client.$disconnect();
process.exit(0);

/** Once for each trouble: a database may be away for hours. */
function tell(error: unknown): void {
  const reason = wordsFor(error);
  if (reason !== trouble) console.error(`The outbox could not be looked into: ${reason}`);
  trouble = reason;
}

function wordsFor(error: unknown): string {
  if (isDatabaseAway(error)) return 'the database does not answer';
  if (isNotMigrated(error)) return 'the database lacks tables of this version';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
