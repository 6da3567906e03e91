import pg from 'pg';
import { codeOf, PostgresProblem, reasonOf } from './problem';

/** Throws PostgresProblem, in one line without the password, when DATABASE_URL does not answer. */
export async function assertReachable(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    const { host, port, database, user } = client;
    throw new PostgresProblem(explain(error, { server: `${host}:${port}`, database, user }));
  } finally {
    await client.end().catch(() => {});
  }
}

type Target = Readonly<{ server: string; database?: string; user?: string }>;

function explain(error: unknown, { server, database, user }: Target): string {
  const remedy = 'Correct DATABASE_URL, or unset it to use the embedded Postgres.';
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return `DATABASE_URL: the Postgres at ${server} refused user "${user}". ${remedy}`;
    case '3D000':
      return `DATABASE_URL: the Postgres at ${server} has no database "${database}". Create it, or correct DATABASE_URL.`;
    default:
      return `DATABASE_URL: no Postgres answers at ${server} (${reasonOf(error)}). Start it, correct DATABASE_URL, or unset it to use the embedded Postgres.`;
  }
}
