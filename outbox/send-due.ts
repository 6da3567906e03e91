import type { PushTarget } from '@/lib/site/push-targets';
import type { Database } from '@/lib/store/client';
import {
  inTurn,
  markRefused,
  markSent,
  type OutboxRow,
  postpone,
  pruneSent,
  takeDue,
} from '@/lib/store/outbox';
import { formatCount } from '@/lib/text/counts';
import { formatInstant } from '@/lib/text/dates';
import { MOST_ATTEMPTS, secondsUntilRetry } from './back-off';
import { composeMessage, MOST_SUBJECTS } from './messages';
import { post } from './post';
import { judge } from './verdict';

/** Milliseconds for one answer. */
export const PATIENCE = 20_000;

/** Milliseconds for what the database has to do before and after it. */
const BOOKKEEPING = 60_000;

export type Sending = Readonly<{
  client: Parameters<typeof inTurn>[0];
  siteUrl: string;
  targets: readonly PushTarget[];
  now: () => Date;
  /** From 0 up to 1. */
  random: () => number;
  /** Told in a line what was done. */
  report: (line: string) => void;
  patience?: number;
  /** Ends it, as if it had been killed: what was under way is sent again. */
  signal?: AbortSignal;
}>;

/** Sends all that is due, one request at a time to each host. Others may send beside us. */
export async function sendDue(sending: Sending): Promise<void> {
  const { client, targets, now } = sending;
  await pruneSent(client, now());
  const hosts = [...new Set(targets.map(hostOf))];
  await Promise.all(
    hosts.map(async (host) => {
      for (const target of targets) {
        if (hostOf(target) === host) await sendToTarget(sending, target);
      }
    }),
  );
}

export const hostOf = ({ url }: Pick<PushTarget, 'url'>) => new URL(url).host;

/** Until nothing is due, something goes wrong, or somebody else is at it. */
async function sendToTarget(sending: Sending, target: PushTarget): Promise<void> {
  const { client, report, signal, patience = PATIENCE } = sending;
  const host = hostOf(target);
  let told = 0;
  let goesOn = true;
  while (goesOn) {
    signal?.throwIfAborted();
    const turn = await inTurn(client, host, patience + BOOKKEEPING, (db) =>
      sendOnce(db, sending, target),
    );
    told += turn?.told ?? 0;
    goesOn = turn?.goesOn ?? false;
  }
  if (told > 0) report(`${host} was told of ${count(target, told)}.`);
}

type Turn = Readonly<{ told: number; goesOn: boolean }>;

/** One request. */
async function sendOnce(db: Database, sending: Sending, target: PushTarget): Promise<Turn> {
  const { siteUrl, now, report, patience = PATIENCE } = sending;
  const rows = await takeDue(db, target.url, now(), MOST_SUBJECTS[target.protocol]);
  if (rows.length === 0) return { told: 0, goesOn: false };
  const subjects = rows.map(({ subject }) => subject);
  const signal = sending.signal ?? new AbortController().signal;
  const userAgent = `PRISM-News (+${siteUrl})`;
  const message = composeMessage(target, siteUrl, subjects);
  const answer = await post(target.url, message, { userAgent, patience, signal });
  const verdict = judge(target, siteUrl, answer, now());
  switch (verdict.kind) {
    case 'sent':
      // What is being published just now is sent again, but not until that may have ended.
      return { told: rows.length, goesOn: (await markSent(db, rows, now())) === rows.length };
    case 'refused':
      await markRefused(db, rows, verdict.failure);
      report(
        `${hostOf(target)} refused ${count(target, rows.length)} with ${verdict.failure}. Nothing more is sent there until “npm run outbox -- --retry”.`,
      );
      return { told: 0, goesOn: false };
    case 'later':
      report(await sendLater(db, sending, target, rows, verdict));
      return { told: 0, goesOn: false };
  }
}

/** Answers what became of it, in a line. */
async function sendLater(
  db: Database,
  { now, random }: Sending,
  target: PushTarget,
  rows: readonly OutboxRow[],
  { failure, after }: Readonly<{ failure: string; after: number | null }>,
): Promise<string> {
  const attempts = Math.max(...rows.map((row) => row.attempts));
  const failedAt = now();
  const seconds = secondsUntilRetry(attempts, random(), after);
  const retryAt = new Date(failedAt.getTime() + Math.ceil(seconds) * 1_000);
  const given = await postpone(db, target.url, {
    now: failedAt,
    retryAt,
    failure,
    mostAttempts: MOST_ATTEMPTS,
  });
  const gaveUp =
    given > 0
      ? ` ${count(target, given)} given up after ${MOST_ATTEMPTS} attempts; “npm run outbox -- --retry” tries them again.`
      : '';
  return `${hostOf(target)} took nothing (${failure}); it is left alone until ${formatInstant(retryAt)}.${gaveUp}`;
}

function count({ protocol }: PushTarget, number: number): string {
  return protocol === 'indexnow'
    ? formatCount(number, 'address', 'addresses')
    : formatCount(number, 'feed', 'feeds');
}
