import {
  administer,
  type Connection,
  dropDatabase,
  inDatabase,
  listDatabases,
} from '@/lib/postgres/databases';
import { hashFiles } from '../hash-files';
import { runPrisma } from '../run-prisma';

const PREFIX = 'prism_template_';

/** Number of the advisory lock under which templates are made. */
const LOCK = 7_723_102;

/**
 * Answers the name of the migrated template, and makes it when the migrations have changed. It is
 * kept from run to run under the hash of the migrations, and gets its name when it is complete.
 */
export async function ensureTemplate(url: string): Promise<string> {
  const template = PREFIX + (await hashFiles(['prisma/migrations'])).slice(0, 12);
  await administer(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const existing = await listDatabases(client, PREFIX);
    if (!existing.includes(template)) await make(client, url, template);
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
  });
  return template;
}

async function make(client: Connection, url: string, template: string): Promise<void> {
  const draft = 'prism_draft';
  await dropDatabase(client, draft);
  await client.query(`CREATE DATABASE "${draft}"`);
  await runPrisma(['migrate', 'deploy'], {
    env: { DATABASE_URL: inDatabase(url, draft) },
  });
  await client.query(`ALTER DATABASE "${draft}" RENAME TO "${template}"`);
  const outdated = (await listDatabases(client, PREFIX)).filter((name) => name !== template);
  // A run that began before the migrations changed may still copy the newest of these.
  for (const name of outdated.slice(0, -2)) await dropDatabase(client, name);
}
