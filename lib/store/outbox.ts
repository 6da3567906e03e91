import type { Database } from './client';
import type { PrismaClient } from './generated/client';

/**
 * Whoever sends changes only rows that it can lock at once: it never waits for a publishing run, so
 * that none ever waits for it in a circle.
 */

/** First part of the advisory locks under which a host is told: 'PUSH' in ASCII; the host follows. */
const PUSHING = 0x50555348;

/** Days that what was sent is kept, for whoever wants to look. */
const KEPT_DAYS = 7;

/** A line to be sent. */
export type OutboxRow = Readonly<{
  id: string;
  subject: string;
  /** When it was read: what has been asked for more often since is to be sent again. */
  asked: number;
  attempts: number;
}>;

/**
 * Runs `work` while nobody else sends to this host; null when somebody does. What it writes is
 * there when it ends. A sender that is killed frees the host by losing its connection.
 * @param patience milliseconds that `work` may take
 */
export async function inTurn<T>(
  client: PrismaClient,
  host: string,
  patience: number,
  work: (db: Database) => Promise<T>,
): Promise<T | null> {
  return client.$transaction(
    async (db) => {
      const [turn] = await db.$queryRaw<{ ours: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${PUSHING}::integer, hashtext(${host})) AS ours`;
      return turn?.ours ? work(db) : null;
    },
    { timeout: patience, maxWait: patience },
  );
}

/**
 * What is due for a target, oldest first: nothing while it is left alone. Two clocks must agree
 * that it is due, ours and the database's, lest a clock that is fast tells of an embargoed story.
 */
export async function takeDue(
  db: Database,
  target: string,
  now: Date,
  limit: number,
): Promise<readonly OutboxRow[]> {
  return db.$queryRaw<OutboxRow[]>`
    SELECT id::text, subject, asked, attempts FROM outbox
    WHERE target = ${target} AND state = 'waiting' AND due_at <= LEAST(${now}, clock_timestamp())
      AND NOT EXISTS (SELECT FROM outbox WHERE target = ${target} AND state = 'refused')
      AND NOT EXISTS (
        SELECT FROM outbox WHERE target = ${target} AND state = 'waiting' AND retry_at > ${now})
    ORDER BY due_at, id
    LIMIT ${limit}`;
}

/**
 * What was asked for again meanwhile, or is just being asked for, stays and is sent once more.
 * Answers how many rows were marked.
 */
export async function markSent(
  db: Database,
  rows: readonly OutboxRow[],
  now: Date,
): Promise<number> {
  return db.$executeRaw`
    UPDATE outbox SET state = 'sent', sent_at = ${now}, failure = NULL, retry_at = NULL
    WHERE id IN (
      SELECT outbox.id
      FROM outbox JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS told (id bigint, asked integer)
        ON told.id = outbox.id AND told.asked = outbox.asked
      FOR UPDATE OF outbox SKIP LOCKED)`;
}

/** Nothing more goes to their target until an operator has mended it. */
export async function markRefused(
  db: Database,
  rows: readonly OutboxRow[],
  failure: string,
): Promise<void> {
  await db.$executeRaw`
    UPDATE outbox SET state = 'refused', failure = ${failure}
    WHERE id IN (
      SELECT outbox.id
      FROM outbox JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS told (id bigint)
        ON told.id = outbox.id
      FOR UPDATE OF outbox SKIP LOCKED)`;
}

export type Postponement = Readonly<{
  now: Date;
  retryAt: Date;
  failure: string;
  /** Attempts after which a row is given up. */
  mostAttempts: number;
}>;

/**
 * A target that fails, fails for all that is due: it is left alone until `retryAt`, whatever comes in
 * meanwhile. Answers how many rows were given up.
 */
export async function postpone(
  db: Database,
  target: string,
  { now, retryAt, failure, mostAttempts }: Postponement,
): Promise<number> {
  const rows = await db.$queryRaw<{ state: string }[]>`
    UPDATE outbox SET
      attempts = attempts + 1, retry_at = ${retryAt}, failure = ${failure},
      state = CASE WHEN attempts + 1 >= ${mostAttempts} THEN 'exhausted' ELSE 'waiting' END
    WHERE id IN (
      SELECT id FROM outbox
      WHERE target = ${target} AND state = 'waiting' AND due_at <= ${now}
      FOR UPDATE SKIP LOCKED)
    RETURNING state`;
  return rows.filter(({ state }) => state === 'exhausted').length;
}

/** Makes what was refused or given up due again. Answers how many rows. */
export async function reviveFailed(db: Database): Promise<number> {
  return db.$executeRaw`
    UPDATE outbox SET state = 'waiting', attempts = 0, retry_at = NULL
    WHERE id IN (
      SELECT id FROM outbox WHERE state IN ('refused', 'exhausted') FOR UPDATE SKIP LOCKED)`;
}

export async function pruneSent(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await db.outbox.deleteMany({ where: { state: 'sent', sentAt: { lt: before } } });
}

/** How it stands with one target. */
export type TargetRecord = Readonly<{
  target: string;
  due: number;
  /** Dated ahead. */
  ahead: number;
  sent: number;
  refused: number;
  exhausted: number;
  /** Why the last attempt failed, while that matters. */
  failure: string | null;
  /** Until when it is left alone; null: it is not. */
  retryAt: Date | null;
}>;

export async function listTargets(db: Database, now: Date): Promise<readonly TargetRecord[]> {
  return db.$queryRaw<TargetRecord[]>`
    SELECT target,
      count(*) FILTER (WHERE state = 'waiting' AND due_at <= ${now})::integer AS due,
      count(*) FILTER (WHERE state = 'waiting' AND due_at > ${now})::integer AS ahead,
      count(*) FILTER (WHERE state = 'sent')::integer AS sent,
      count(*) FILTER (WHERE state = 'refused')::integer AS refused,
      count(*) FILTER (WHERE state = 'exhausted')::integer AS exhausted,
      (array_agg(failure ORDER BY state = 'refused' DESC, id DESC)
        FILTER (WHERE failure IS NOT NULL))[1] AS failure,
      max(retry_at) FILTER (WHERE state = 'waiting' AND retry_at > ${now}) AS "retryAt"
    FROM outbox
    GROUP BY target
    ORDER BY target COLLATE "C"`;
}
