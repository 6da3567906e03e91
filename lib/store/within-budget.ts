import { database } from './client';
import type { Prisma } from './generated/client';
import { isStatementTimeout } from './health-queries';

/** Thrown when the time that a question may take of the database is over. */
export class OutOfTime extends Error {
  override name = 'OutOfTime';
}

/** Asks one statement in SQL, with what is left of the budget as its time-out. */
export type Ask = <Row>(statement: Prisma.Sql) => Promise<Row[]>;

/** Milliseconds to wait for a connection, as all queries do, and to tell the end of a transaction. */
const CONNECT_PATIENCE = 5_000;

/**
 * Does `work` in one transaction, whose statements together take no longer than so many milliseconds: Postgres
 * itself gives up the one that would. Throws OutOfTime.
 */
export async function withinBudget<Result>(
  milliseconds: number,
  work: (ask: Ask) => Promise<Result>,
): Promise<Result> {
  const options = { maxWait: CONNECT_PATIENCE, timeout: milliseconds + CONNECT_PATIENCE };
  return database().$transaction(async (db) => {
    const until = performance.now() + milliseconds;
    return work(async <Row>(statement: Prisma.Sql) => {
      const left = Math.floor(until - performance.now());
      if (left < 1) throw new OutOfTime(`${milliseconds} ms are over`);
      await db.$executeRaw`SELECT set_config('statement_timeout', ${String(left)}, true)`;
      try {
        return await db.$queryRaw<Row[]>(statement);
      } catch (error) {
        if (!isStatementTimeout(error)) throw error;
        throw new OutOfTime(`a statement took the rest of ${milliseconds} ms`, { cause: error });
      }
    });
  }, options);
}
