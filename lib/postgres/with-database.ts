import { environment } from '@/lib/site/environment';
import { openDatabase } from './open-database';

/**
 * Runs `run` with the connection URL of the site's database: DATABASE_URL when it is set, else the
 * embedded server, which is started if nobody has, and stopped if nobody else needs it any more.
 * Throws PostgresProblem when there is no database to be had.
 */
export async function withDatabase<T>(run: (databaseUrl: string) => Promise<T>): Promise<T> {
  const database = await openDatabase(environment().databaseUrl);
  const leave = async (signal: NodeJS.Signals) => {
    await database.release();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', leave).once('SIGTERM', leave);
  try {
    return await run(database.url);
  } finally {
    process.off('SIGINT', leave).off('SIGTERM', leave);
    await database.release();
  }
}
