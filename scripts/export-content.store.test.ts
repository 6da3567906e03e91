import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '@/lib/store/client';
import { dumpPaper } from '@/lib/store/testing/dump';
import { createTestDatabase } from '@/lib/store/testing/test-database';
import { runProgram } from '@/scripts/testing/run-program';

let folder: string;
/** Where the paper as it is was published. */
let first: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'prism-export-'));
  first = await createTestDatabase();
  await cp('content', at('content'), { recursive: true });
  await run('prisma/seed.ts', [], { DATABASE_URL: first, CONTENT_DIR: at('content') });
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);

async function run(program: string, args: readonly string[], env: Record<string, string>) {
  const outcome = await runProgram(program, args, env);
  expect(outcome).toMatchObject({ code: 0 });
  return outcome;
}

/** The bytes of every file below a folder, by path. */
async function filesIn(place: string): Promise<Record<string, string>> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const pairs = files.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.relative(place, file), (await readFile(file)).toString('base64')] as const;
  });
  return Object.fromEntries((await Promise.all(pairs)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function whole(url: string) {
  const client = connect(url);
  try {
    return {
      paper: await dumpPaper(client),
      revisions: await client.revision.findMany({
        orderBy: [{ articleId: 'asc' }, { number: 'asc' }],
      }),
    };
  } finally {
    await client.$disconnect();
  }
}

test('What is exported seeds to the same paper with the same history, and is exported again byte by byte', async () => {
  const second = await createTestDatabase();
  await run('scripts/export-content.ts', [at('one')], { DATABASE_URL: first });
  await run('prisma/seed.ts', [], { DATABASE_URL: second, CONTENT_DIR: at('one') });
  await run('scripts/export-content.ts', [at('two')], { DATABASE_URL: second });

  const [content, one, two] = await Promise.all([at('content'), at('one'), at('two')].map(filesIn));
  const { 'README.md': _, ...written } = content ?? {};
  const isVisible = (file: string) => !file.startsWith('.');
  const visible = Object.fromEntries(Object.entries(one ?? {}).filter(([file]) => isVisible(file)));
  expect(visible).toEqual(
    Object.fromEntries(Object.entries(written).filter(([file]) => isVisible(file))),
  );
  expect(two).toEqual(one);
  expect(Object.keys(one ?? {}).filter((file) => file.startsWith('.history'))).not.toEqual([]);
  expect(await whole(second)).toEqual(await whole(first));
}, 120_000);

test('Stories whose files were never stored are written from what they said last, and seed to the same paper', async () => {
  const second = await createTestDatabase();
  const client = connect(first);
  const { count } = await client.contentFile.deleteMany({
    where: { path: { startsWith: 'articles/', endsWith: '.md' } },
  });
  await client.$disconnect();
  expect(count).toBeGreaterThan(40);
  await run('scripts/export-content.ts', [at('found')], { DATABASE_URL: first });
  await run('prisma/seed.ts', [], { DATABASE_URL: second, CONTENT_DIR: at('found') });
  expect((await whole(second)).paper).toEqual((await whole(first)).paper);
}, 120_000);

test('A folder that holds something is left as it is', async () => {
  await mkdir(at('full/inside'), { recursive: true });
  const { code, err } = await runProgram('scripts/export-content.ts', [at('full')]);
  expect({ code, err }).toEqual({
    code: 1,
    err: `${at('full')} is not empty: name a new folder, so that nothing is lost.`,
  });
});
