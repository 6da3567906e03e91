import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** What the run's global set-up (scripts/testing/template-database.ts) hands to the tests. */
export type TestServer = Readonly<{
  /** A database of the server that new databases are made from: its maintenance database. */
  url: string;
  /** The migrated database, without rows, that every test database is a copy of. */
  template: string;
  /** Names of this run's databases begin so; they are dropped when the run ends. */
  prefix: string;
}>;

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * Makes a database for the caller alone: every migration applied, no rows.
 * Answers its connection URL. Takes some 50 ms: call it in `beforeAll`, or in `beforeEach` where
 * a test must start from nothing. It need not be dropped; close your own connections to it.
 */
export async function createTestDatabase(): Promise<string> {
  const { url, template, prefix } = inject('testServer');
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  } finally {
    await client.end();
  }
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}
