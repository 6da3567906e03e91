import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { storySchema } from '@/lib/document/front-matter';
import { readContent } from '@/lib/document/read-content';
import { FOLDER, lines } from '@/lib/document/testing/content-folder';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'prism-story-'));
  for (const [file, text] of Object.entries(FOLDER)) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
});
afterAll(() => rm(folder, { recursive: true }));

/** `npm run story -- …` */
async function begin(args: readonly string[], contentDir = folder) {
  const env = { ...process.env, CONTENT_DIR: contentDir };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const all = ['--import', 'tsx', 'scripts/new-story.ts', ...args];
    execFile(process.execPath, all, { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out: out.trim(), err: err.trim() }),
    );
  });
}

describe('A story that is begun', () => {
  const file = 'articles/politics/who-decides-a-question-of-votes.md';
  let text: string;

  beforeAll(async () => {
    const { code, out, err } = await begin([
      'Who “decides”: a question of "votes"?',
      '--section',
      'politics',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      `${path.join(folder, file)} is a draft now. Write, then: npm run seed -- --check`,
    );
    text = await readFile(path.join(folder, file), 'utf8');
  });

  test('has no error but what the editor must fill in', async () => {
    expect(
      lines((await readContent(folder)).problems).map((line) => line.replace(/; .*/, '')),
    ).toEqual([
      expect.stringMatching(`^${file}:\\d+:\\d+ standfirst: has no value$`),
      expect.stringMatching(`^${file}:\\d+:\\d+ authors: is an empty list$`),
      expect.stringMatching(`^${file}:\\d+:\\d+ sources\\[0\\]\\.name: has no value$`),
    ]);
  });

  test('is a draft that can be published once that is filled in', async () => {
    const filled = text
      .replace(/^standfirst:.*$/m, 'standfirst: Counting is not all.')
      .replace(/^authors:.*$/m, 'authors: [world-desk]')
      .replace(/^ {2}- name:.*$/m, '  - name: Reuters');
    await writeFile(path.join(folder, file), filled);
    const { content, problems } = await readContent(folder);
    expect(lines(problems)).toEqual([]);
    expect([...(content?.articles ?? [])].find((article) => article.file === file)).toMatchObject({
      ...{ headline: 'Who “decides”: a question of “votes”?', draft: true, section: 'politics' },
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
    });
  });

  test('explains every field', () => {
    for (const [name, field] of Object.entries(storySchema.shape)) {
      expect(text).toMatch(new RegExp(`^(?:# )?${name}:`, 'm'));
      const [begins = ''] = (field.meta()?.description ?? '').split(' ');
      expect(text).toContain(`\n# ${begins}`);
    }
  });

  test('has behind each # a field that is right as soon as the # is gone', () => {
    const optional = Object.entries(storySchema.shape).filter(
      ([, field]) => field instanceof z.ZodOptional && field !== storySchema.shape.id,
    );
    for (const [name, field] of optional) {
      if (name === 'draft') continue;
      const hidden = new RegExp(`^# ${name}:.*\\n(?:# .*\\n)*`, 'm').exec(text)?.[0] ?? '';
      const written = parse(hidden.replace(/^# /gm, '')) as Record<string, unknown>;
      expect(Object.keys(written)).toEqual([name]);
      expect(field.safeParse(written[name]).error?.issues ?? []).toEqual([]);
    }
  });
});

describe('A story is not begun', () => {
  test.each<[string, readonly string[], string]>([
    [
      'in a section that is none',
      ['X', '--section', 'wrld'],
      '“wrld” is no section. Did you mean world?',
    ],
    ['in no section', ['X'], 'The sections are world, politics.'],
    [
      'without a headline',
      ['--section', 'world'],
      'Usage: npm run story -- "The headline" --section world',
    ],
    ['with a headline in pieces', ['Two', 'words', '--section', 'world'], 'Usage: npm run story'],
    ['with a headline of marks alone', ['?!', '--section', 'world'], 'Usage: npm run story'],
    [
      'with a headline that is too long',
      ['word '.repeat(60), '--section', 'world'],
      'The headline has 299 characters; the limit is 200.',
    ],
    ['with a flag that is none', ['X', '--sektion', 'world'], "Unknown option '--sektion'"],
    [
      'over another of its name, in whatever section',
      ['First story', '--section', 'politics'],
      'articles/world/first-story.md is there already: choose another headline.',
    ],
  ])('%s', async (_, args, words) => {
    const before = await readFile(path.join(folder, 'articles/world/first-story.md'), 'utf8');
    const { code, out, err } = await begin(args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(words);
    expect(await readFile(path.join(folder, 'articles/world/first-story.md'), 'utf8')).toBe(before);
  });

  test('where there is no content folder', async () => {
    const { code, err } = await begin(['X', '--section', 'world'], path.join(folder, 'nowhere'));
    expect(code).toBe(1);
    expect(err).toContain('folder: there is no such folder; check CONTENT_DIR');
  });
});
