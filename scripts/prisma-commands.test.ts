import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administer, connect, listDatabases } from '@/lib/postgres/databases';
import { acquire } from '@/lib/postgres/lease';
import { freePort } from '@/lib/postgres/port';
import { isServing, readPidFile } from '@/lib/postgres/postmaster';
import { type CheckoutCopy, copyCheckout } from './testing/checkout-copy';
import { type Running, runIn } from './testing/running';

let checkout: CheckoutCopy;

beforeAll(async () => {
  checkout = await copyCheckout();
});

afterAll(() => checkout.remove());

/** A download would be refused at once: nothing listens at the address it would come from. */
const NO_DOWNLOADS = { PRISMA_ENGINES_MIRROR: 'http://127.0.0.1:9' };

function prisma(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Running {
  const cli = 'node_modules/prisma/build/index.js';
  return runIn(checkout.folder, [cli, ...args], { ...NO_DOWNLOADS, ...variables });
}

/** What a command prints, when it ends as expected. */
async function output(args: readonly string[], code = 0, variables = {}): Promise<string> {
  const run = prisma(args, variables);
  expect([await run.ended, run.printed()]).toEqual([code, expect.anything()]);
  return run.printed();
}

/** Statements that a splitter at semicolons would tear apart. */
const HAND_WRITTEN = `
CREATE FUNCTION shout(words text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  RETURN upper(words) || ';';
END
$$;
CREATE TRIGGER none BEFORE UPDATE ON "Story" FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
`;

describe('without DATABASE_URL and without a running server, the standard command', () => {
  test('validate checks the schema and starts nothing', async () => {
    expect(await output(['validate'])).toContain('is valid');
    expect(await readPidFile(checkout.cluster)).toBeNull();
  });

  test('generate makes the client', async () => {
    expect(await output(['generate'])).toContain('Generated Prisma Client');
  });

  test('migrate dev makes and applies a migration, and the server stops after it', async () => {
    expect(await output(['migrate', 'dev', '--name', 'first'])).toContain('now in sync');
    await expect.poll(() => isServing(checkout.cluster), { timeout: 10_000 }).toBe(false);
  });

  test('db seed runs the seed, which finds the database by itself', async () => {
    expect(await output(['db', 'seed', '--'])).toContain('three stories');
  });

  test('studio serves for as long as it runs, and the server stops however it ends', async () => {
    const port = await freePort();
    const studio = prisma(['studio', '--browser', 'none', '--port', String(port)]);
    await studio.says(/Prisma Studio is running/);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    studio.child.kill('SIGKILL');
    await studio.ended;
    await expect.poll(() => isServing(checkout.cluster), { timeout: 10_000 }).toBe(false);
  });
});

describe('beside a running server', () => {
  let url: string;
  let release: () => Promise<void>;

  beforeAll(async () => {
    ({ url, release } = await acquire(checkout.cluster));
  });

  afterAll(async () => {
    await administer(url, async (client) => {
      expect(await listDatabases(client, 'prisma_migrate_shadow')).toEqual([]);
    });
    await release();
  });

  test('migrate deploy applies hand-written SQL whole, and migrate dev finds no drift', async () => {
    await checkout.write('prisma/migrations/20990101000000_hand/migration.sql', HAND_WRITTEN);
    expect(await output(['migrate', 'status'], 1)).toContain('20990101000000_hand');
    expect(await output(['migrate', 'deploy'])).toContain('20990101000000_hand');
    expect(await output(['migrate', 'status'])).toContain('up to date');
    expect(await output(['migrate', 'dev'])).toContain('Already in sync');
    const client = await connect(url);
    const { rows } = await client.query("SELECT shout('stop') AS words");
    expect(rows).toEqual([{ words: 'STOP;' }]);
    await client.end();
  });

  test('migrate diff compares schema, migrations and database', async () => {
    const schema = 'prisma/schema.prisma';
    expect(
      await output(['migrate', 'diff', '--from-empty', '--to-schema', schema, '--script']),
    ).toContain('CREATE TABLE "Story"');
    await output([
      'migrate',
      'diff',
      '--from-config-datasource',
      '--to-schema',
      schema,
      '--exit-code',
    ]);
    const file = `${checkout.folder}/${schema}`;
    const text = await readFile(file, 'utf8');
    await checkout.write(
      schema,
      text.replace('headline String', 'headline String\n  slug String?'),
    );
    const migrations = ['--from-migrations', 'prisma/migrations'];
    expect(
      await output(['migrate', 'diff', ...migrations, '--to-schema', schema, '--exit-code'], 2),
    ).toContain('Added column `slug`');
    await checkout.write(schema, text);
  });

  test('db pull and db execute talk to the database', async () => {
    expect(await output(['db', 'pull', '--print'])).toContain('model Story {');
    await checkout.write('statement.sql', 'CREATE TABLE mark (); DROP TABLE mark;');
    expect(await output(['db', 'execute', '--file', 'statement.sql'])).toContain('successfully');
  });

  test('a migration that fails says why, and leaves no shadow database behind', async () => {
    await checkout.write('prisma/migrations/20990102000000_bad/migration.sql', 'SELECT 1 / 0;');
    expect(await output(['migrate', 'dev'], 1)).toContain('division by zero');
  });

  test('DATABASE_URL decides when it is set, and a new database is made', async () => {
    const other = new URL(url);
    other.pathname = '/another';
    await checkout.write('prisma/migrations/20990102000000_bad/migration.sql', 'SELECT 1;');
    const printed = await output(['migrate', 'deploy'], 0, { DATABASE_URL: other.href });
    expect(printed).toContain('database another created');
  });

  test('a DATABASE_URL that does not answer is told by host and port', async () => {
    const port = await freePort();
    const printed = await output(['migrate', 'deploy'], 1, {
      DATABASE_URL: `postgresql://editor:secret@127.0.0.1:${port}/paper`,
    });
    expect(printed).toContain(`P1001: Can't reach database server at \`127.0.0.1:${port}\``);
    expect(printed).not.toContain('secret');
  });
});
