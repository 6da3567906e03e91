import pg from 'pg';
import { connectionFields } from './adapter.mjs';

/** What the command line asks for as `cli <command>`, outside the JSON-RPC conversation. */
const commands = {
  'can-connect-to-database': (fields) => query(fields, 'SELECT 1'),
  'create-database': (fields) =>
    query({ ...fields, database: 'postgres' }, `CREATE DATABASE ${quoted(fields.database)}`),
  'drop-database': (fields) =>
    query({ ...fields, database: 'postgres' }, `DROP DATABASE ${quoted(fields.database)}`),
};

/**
 * Runs one such command. Answers null, or the problem in Prisma's words.
 * @param {string} name
 * @param {string} url
 * @returns {Promise<{ error_code: string, message: string } | null>}
 */
export async function runDatabaseCommand(name, url) {
  const command = commands[name];
  if (command === undefined) return { error_code: '', message: `unknown command: cli ${name}` };
  const fields = connectionFields(url);
  try {
    await command(fields);
    return null;
  } catch (error) {
    return inPrismasWords(error, fields);
  }
}

async function query(fields, sql) {
  const client = new pg.Client({ ...fields, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function quoted(name) {
  return pg.escapeIdentifier(name);
}

/** Codes: https://www.prisma.io/docs/orm/reference/error-reference#common */
function inPrismasWords(error, { host, port, user, database }) {
  switch (error.code) {
    case '28P01':
    case '28000':
      return {
        error_code: 'P1000',
        message: `Authentication failed against database server, the provided database credentials for \`${user}\` are not valid.`,
      };
    case '3D000':
      return {
        error_code: 'P1003',
        message: `Database \`${database}\` does not exist on the database server at \`${host}:${port}\`.`,
      };
    case '42P04':
      return {
        error_code: 'P1009',
        message: `Database \`${database}\` already exists on the database server at \`${host}:${port}\``,
      };
    case '42501':
      return {
        error_code: 'P1010',
        message: `User \`${user}\` was denied access on the database \`${database}\``,
      };
    default:
      return {
        error_code: 'P1001',
        message: `Can't reach database server at \`${host}:${port}\` (${error.message || error.code})`,
      };
  }
}
