import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FOLDER, STORY, story } from '@/lib/document/testing/content-folder';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'prism-tell-'));
  for (const [file, text] of Object.entries({ ...FOLDER, ...SLIPS })) await write(file, text);
});
afterAll(() => rm(folder, { recursive: true }));

async function write(file: string, text: string): Promise<void> {
  const target = path.join(folder, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}

/**
 * An error with all that annotations must escape, one in a line that could be taken for a problem, and
 * a warning.
 */
const SLIPS = {
  'articles/world/slips.md': story(
    { headline: 'Slips', tags: '["a: 100%2C, b"]' },
    'At 3:10:30 it [began](/nowhere): there.',
  ),
  'notes.docx': 'x',
};
const ERROR = {
  severity: 'error',
  file: 'articles/world/slips.md',
  line: 5,
  column: 8,
  field: 'tags[0]',
} as const;
const LINK = { ...ERROR, line: 10, column: 15, field: 'body' } as const;
const MESSAGE = '“a: 100%2C, b” is not a slug';
const REMEDY = 'use lower-case letters a-z, digits and single hyphens: a-100-2c-b';
const WARNING = {
  severity: 'warning',
  file: 'notes.docx',
  line: 1,
  column: 1,
  field: 'file',
} as const;

/** Nowhere is a database: a check needs none. */
function environmentOf(settings: Readonly<Record<string, string>>) {
  const nowhere = 'postgresql://nobody@127.0.0.1:1/nothing';
  return { ...process.env, DATABASE_URL: nowhere, CONTENT_DIR: folder, ...settings };
}

const SEED = ['--import', 'tsx', 'prisma/seed.ts'];

async function seed(flags: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const env = environmentOf({ GITHUB_ACTIONS: '', ...settings });
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [...SEED, ...flags], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out: out.trim(), err: err.trim() }),
    );
  });
}

test('The command takes a reason of several words for one', async () => {
  const flags = ['--withdraw-missing', 'Two words', '--only', 'x.md'];
  const words = await new Promise<string>((resolve) => {
    execFile('npm', ['run', '--silent', 'seed', '--', ...flags], (_, __, err) => resolve(err));
  });
  expect(words).toMatch(/^--only and --withdraw-missing do not go together\./);
});

describe('A program', () => {
  test('is told of every problem as JSON, an object a line', async () => {
    const { code, out, err } = await seed(['--check', '--json']);
    const [problems, end, ...more] = out.split('\n').map((line) => JSON.parse(line) as unknown);
    expect({ code, err, end, more }).toEqual({
      ...{ code: 1, err: '', end: { published: false, errors: 3 }, more: [] },
    });
    expect(problems).toEqual({
      folder,
      problems: [
        { ...ERROR, message: MESSAGE, remedy: REMEDY },
        {
          ...{ ...ERROR, message: '“a: 100%2C, b” is not a tag' },
          remedy: expect.stringContaining('add a: 100%2C, b to tags.yaml'),
        },
        { ...LINK, message: expect.any(String), remedy: 'check the path' },
        { ...WARNING, message: 'the file is not read', remedy: expect.any(String) },
      ],
    });
  });

  test('is told as JSON that nothing is wrong, and what cannot be reached', async () => {
    const whole = ['--only', STORY, '--json'];
    const checked = (await seed(['--check', ...whole])).out
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(checked).toEqual([
      { folder, problems: [expect.objectContaining(WARNING)] },
      { checked: { stories: 1 } },
    ]);
    const { code, out } = await seed(whole);
    expect(code).toBe(1);
    expect(JSON.parse(out.split('\n').at(-1) ?? '')).toEqual({
      ...{ published: false, failure: expect.stringContaining('127.0.0.1:1') },
    });
  });
});

/** An annotation as GitHub’s runner reads it (actions/runner, ActionCommand.cs). */
function readAnnotation(line: string) {
  const [, severity, list = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const plain = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = list.split(',').map((pair) => {
    const [name, ...value] = pair.split('=');
    return [name, plain(value.join('='))] as const;
  });
  return { severity, ...Object.fromEntries(properties), message: plain(message) };
}

test('GitHub shows each problem beside its line', async () => {
  const { out, err } = await seed(['--check'], { GITHUB_ACTIONS: 'true' });
  const annotations = out
    .split('\n')
    .filter((line) => line.startsWith('::'))
    .map(readAnnotation);
  expect(annotations).toHaveLength(4);
  expect(annotations[0]).toEqual({
    severity: 'error',
    ...{ file: path.posix.join(folder, ERROR.file), line: '5', col: '8', title: 'tags[0]' },
    message: `tags[0]: ${MESSAGE}; ${REMEDY}`,
  });
  expect(annotations[3]).toMatchObject({ severity: 'warning', line: '1', title: 'file' });
  expect(err).toContain('articles/world/slips.md:5:8 tags[0]: ');
});

type Task = Readonly<{
  command: string;
  problemMatcher: Readonly<{
    pattern: Readonly<Record<'file' | 'line' | 'column' | 'severity' | 'message', number>> &
      Readonly<{ regexp: string }>;
    background: Readonly<{ beginsPattern: string; endsPattern: string }>;
  }>;
}>;

describe('The task of VS Code', () => {
  const task = async () => {
    const file = new URL('../.vscode/tasks.json', import.meta.url);
    const { tasks } = JSON.parse(await readFile(file, 'utf8')) as { tasks: readonly Task[] };
    const [found] = tasks;
    if (found === undefined) throw new Error('there is no task');
    return found;
  };

  test('finds in the lines of a check every problem, and nothing in the excerpts', async () => {
    const { pattern } = (await task()).problemMatcher;
    const { err } = await seed(['--check']);
    const found = err.split('\n').flatMap((line) => {
      const match = new RegExp(pattern.regexp).exec(line);
      if (match === null) return [];
      return [
        {
          severity: match[pattern.severity] ?? 'error',
          file: match[pattern.file],
          line: Number(match[pattern.line]),
          column: Number(match[pattern.column]),
          message: match[pattern.message],
        },
      ];
    });
    const { field: _, ...error } = ERROR;
    const { field: __, ...link } = LINK;
    const { field: ___, ...warning } = WARNING;
    expect(found).toEqual([
      { ...error, message: `tags[0]: ${MESSAGE}; ${REMEDY}` },
      { ...error, message: expect.stringContaining('is not a tag') },
      { ...link, message: expect.stringContaining('body: the link “/nowhere”') },
      { ...warning, message: expect.stringContaining('file: the file is not read') },
    ]);
  });

  test('checks again when a file is saved, and says where each check begins and ends', async () => {
    const { command, problemMatcher } = await task();
    const [, flags = ''] = command.split('npm run seed -- ');
    const { beginsPattern, endsPattern } = problemMatcher.background;
    const env = environmentOf({ CONTENT_DIR: path.relative(process.cwd(), folder) });
    const child = spawn(process.execPath, [...SEED, ...flags.split(' ')], {
      ...{ env, stdio: ['ignore', 'pipe', 'pipe'] as const },
    });
    const ended = once(child, 'exit');
    const begins = new RegExp(beginsPattern.replace('content', '.*'));
    const seen: string[] = [];
    const watching = new Promise<void>((resolve) => {
      const hear = async (line: string) => {
        if (begins.test(line)) seen.push('begins');
        if (new RegExp(endsPattern).test(line)) seen.push(`ends: ${line}`);
        if (line.startsWith('Watching')) await rm(path.join(folder, ERROR.file));
        if (line.startsWith('Checked: ')) resolve();
      };
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', hear);
      }
    });
    await watching;
    child.kill('SIGTERM');
    await ended;
    expect(seen).toEqual([
      ...['begins', 'ends: Nothing was published: 3 errors to mend.'],
      ...['begins', 'ends: Checked: 1 story, ready to publish.'],
    ]);
    expect(child.exitCode).toBe(0);
  });
});
