import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FOLDER, STORY, story } from '@/lib/document/testing/content-folder';
import { createTestDatabase } from '@/lib/store/testing/test-database';

let databaseUrl: string;
let folder: string;
beforeAll(async () => {
  databaseUrl = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'prism-seed-'));
  for (const [file, text] of Object.entries(FOLDER)) await write(file, text);
});
afterAll(() => rm(folder, { recursive: true }));

const read = (file: string) => readFile(path.join(folder, file), 'utf8');

async function write(file: string, text: string): Promise<void> {
  const target = path.join(folder, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}

/** Runs the seed; answers its exit code and its last words. */
async function seed(flags: readonly string[], url = databaseUrl) {
  const env = { ...process.env, DATABASE_URL: url, CONTENT_DIR: folder };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const args = ['--import', 'tsx', 'prisma/seed.ts', ...flags];
    execFile(process.execPath, args, { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out: out.trim(), err: err.trim() }),
    );
  });
}

const NOWHERE = 'postgresql://nobody@127.0.0.1:1/nothing';

test('An editor checks, tries, publishes, and publishes again', async () => {
  expect(await seed(['--check'], NOWHERE)).toEqual({
    code: 0,
    out: 'Checked: 1 story, ready to publish.',
    err: '',
  });
  const rest = '2 sections, 2 tags, 1 author, 1 page, the front page.';
  const address = 'http://localhost:3000/world/first-story';
  const tried = (await seed(['--dry-run'])).out.split('\n');
  expect(tried.at(0)).toBe('new        first-story');
  expect(tried.at(1)).toMatch(/^ {2}pages made anew with them: .*front/);
  expect(tried.at(-1)).toBe(`Would publish stories: 1 new; ${rest}`);
  expect(await read(STORY)).toBe(story());
  expect((await seed([])).out).toBe(
    `new      first-story\n  ${address}\nPublished stories: 1 new; ${rest}`,
  );
  const [, id] = /^---\nid: (.+)\n/.exec(await read(STORY)) ?? [];
  expect(await read(STORY)).toBe(story().replace('---\n', `---\nid: ${id}\n`));
  expect((await seed([])).out).toBe('Nothing to do: 1 story, all as published.');
  await write(STORY, story({ id: `${id}`, headline: 'Second thoughts' }));
  const { code, err } = await seed([]);
  expect(code).toBe(1);
  expect(err).toMatch(
    /^articles\/world\/first-story\.md:6:19 contentUpdatedAt: the words have changed/,
  );
  await write(STORY, story({ id: `${id}`, headline: 'Second thoughts', minor: 'true' }));
  expect((await seed(['--dry-run'])).out.split('\n').slice(0, 2)).toEqual([
    'changed    first-story',
    '    headline: [-First story-] → {+Second thoughts+}',
  ]);
  expect((await seed([])).out).toBe(
    `changed  first-story\n  ${address}\nPublished stories: 1 changed.`,
  );
}, 180_000);

test('A file with an error stops everything, and says where it is', async () => {
  await write('articles/world/broken.md', story({ headline: null }));
  const { code, out, err } = await seed([]);
  await rm(path.join(folder, 'articles/world/broken.md'));
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('articles/world/broken.md:1:1 headline:');
  expect(err).toContain('Nothing was published: 1 error to mend.');
});

test('A story whose file is gone is named, and stays', async () => {
  await write('articles/world/passing.md', story({ headline: 'Passing' }));
  await seed([]);
  await rm(path.join(folder, 'articles/world/passing.md'));
  const { code, out, err } = await seed([]);
  expect(code).toBe(0);
  expect(err).toBe('The story “passing” is in no file any more; it stays published.');
  expect(out).toBe('Nothing to do: 1 story, all as published.');
});

test('An unknown flag is refused with the known ones', async () => {
  const { code, err } = await seed(['--chekc']);
  expect(code).toBe(1);
  expect(err).toMatch(/^“--chekc” is not a flag\. Did you mean --check\?\nUsage: npm run seed/);
});

test('A database without tables is one clear line', async () => {
  const url = new URL(databaseUrl);
  url.pathname = '/postgres';
  const { code, err } = await seed([], url.href);
  expect(code).toBe(1);
  expect(err).toBe(
    'The database lacks tables of this version: run “npx prisma migrate deploy”, then try again.\nNothing was published.',
  );
});
