import pg from 'pg';

export type Connection = pg.Client;

/** Opens a connection that others see under `name` in pg_stat_activity. */
export async function connect(url: string, name?: string): Promise<Connection> {
  const client = new pg.Client({ connectionString: url, application_name: name });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Runs statements on a server, one after another, over one connection. */
export async function administer(
  url: string,
  work: (client: Connection) => Promise<void>,
): Promise<void> {
  const client = await connect(url);
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function inDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

export async function listDatabases(client: Connection, prefix: string): Promise<string[]> {
  const { rows } = await client.query<{ datname: string }>(
    'SELECT datname FROM pg_database WHERE starts_with(datname, $1) ORDER BY datname',
    [prefix],
  );
  return rows.map(({ datname }) => datname);
}

/** Drops a database, cutting off whoever is connected to it. */
export async function dropDatabase(client: Connection, name: string): Promise<void> {
  await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
}
