import { z } from 'zod';
import { database } from './client';

/** Whether the database answers and no migration is missing or half done. */
export async function databaseReady(): Promise<boolean> {
  try {
    const rows = await database().$queryRaw<{ halfDone: number }[]>`
      SELECT (SELECT count(*)::int FROM _prisma_migrations
              WHERE finished_at IS NULL AND rolled_back_at IS NULL) AS "halfDone",
             (SELECT count(*)::int FROM section WHERE false)`;
    return rows.every(({ halfDone }) => halfDone === 0);
  } catch (error) {
    if (isDatabaseAway(error) || isNotMigrated(error)) return false;
    throw error;
  }
}

/** Whether a query failed because the database cannot be used just now; it may pass. */
export function isDatabaseAway(error: unknown): boolean {
  const { kind, originalCode } = causeOf(error);
  return AWAY_KINDS.has(kind) || AWAY_STATES.test(originalCode) || hasNoConnection(error);
}

/** Whether all connections were in use for as long as a query waits for one: pg-pool and Prisma say so. */
function hasNoConnection(error: unknown): boolean {
  return error instanceof Error && NO_CONNECTION.test(error.message);
}

const NO_CONNECTION =
  /timeout exceeded when trying to connect|Unable to start a transaction in the given time/;

/** Whether a query failed because a table or column is not there yet. */
export function isNotMigrated(error: unknown): boolean {
  const { kind } = causeOf(error);
  return kind === 'TableDoesNotExist' || kind === 'ColumnNotFound';
}

/** Whether Postgres gave a statement up because its time was over. */
export function isStatementTimeout(error: unknown): boolean {
  return causeOf(error).originalCode === '57014';
}

/** @prisma/driver-adapter-utils names them so, whether the query was Prisma's or written in SQL. */
const AWAY_KINDS: ReadonlySet<string> = new Set([
  'AuthenticationFailed',
  'ConnectionClosed',
  'DatabaseAccessDenied',
  'DatabaseDoesNotExist',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TlsConnectionError',
  'TooManyConnections',
]);

/** SQLSTATE: connection exceptions, too many connections, shut down or starting, statement timed out. */
const AWAY_STATES = /^(08...|53300|57P0[1-3]|57014)$/;

const failure = z.object({
  meta: z.object({
    driverAdapterError: z.object({
      cause: z.object({ kind: z.string(), originalCode: z.string().default('') }),
    }),
  }),
});

function causeOf(error: unknown): { kind: string; originalCode: string } {
  const parsed = failure.safeParse(error);
  return parsed.success
    ? parsed.data.meta.driverAdapterError.cause
    : { kind: '', originalCode: '' };
}
