import { PrismaPg } from '@prisma/adapter-pg';
import { environment } from '@/lib/site/environment';
import { PrismaClient } from './generated/client';

/** What runs queries: the client, or a transaction of it. */
export type Database = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'
>;

/** A connection to the paper's database, of those who are not the store. */
export type Client = PrismaClient;

/** Milliseconds. A reader's query that takes longer is a fault; publishing may take its time. */
const READER_PATIENCE = 10_000;
const CONNECT_PATIENCE = 5_000;
const POOL_SIZE = 10;

/**
 * A client of its own; the caller closes it with `$disconnect()`. It connects at the first query.
 * @param statementTimeout milliseconds after which Postgres gives a statement up
 */
export function connect(databaseUrl: string, statementTimeout = READER_PATIENCE): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: databaseUrl,
    application_name: 'prism-news',
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_PATIENCE,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    statement_timeout: statementTimeout,
  });
  return new PrismaClient({ adapter });
}

// Development replaces modules; the pool must outlive them.
const kept: typeof globalThis & { prismDatabase?: PrismaClient } = globalThis;

/** The process's one client, made at the first call so that a build needs no database. */
export function database(): PrismaClient {
  kept.prismDatabase ??= connect(requiredUrl());
  return kept.prismDatabase;
}

function requiredUrl(): string {
  const { databaseUrl } = environment();
  if (databaseUrl === null) {
    throw new Error('DATABASE_URL is not set: start the site with “npm start”, which sets it.');
  }
  return databaseUrl;
}
