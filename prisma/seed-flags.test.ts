import { expect, test } from 'vitest';
import { parseFlags } from './seed-flags';

const parse = (...args: string[]) => parseFlags(args, 'content');

test('Without a flag everything is published', () => {
  expect(parse()).toEqual({
    ...{ task: 'publish', watch: false, only: null, withdrawMissing: null, json: false },
  });
});

test('A story is named by its path from here or from the content folder', () => {
  const named = ['articles/world/a.md'];
  expect(parse('--only', 'content/articles/world/a.md').only).toEqual(named);
  expect(parse('--dry-run', '--only', 'articles/world/a.md', '--json')).toMatchObject({
    ...{ task: 'dry-run', only: named, json: true },
  });
});

test('Files are checked or published again whenever one is saved', () => {
  expect(parse('--watch')).toMatchObject({ task: 'publish', watch: true });
  expect(parse('--check', '--watch')).toMatchObject({ task: 'check', watch: true });
});

test.each([
  [['--chekc'], '“--chekc” is not a flag. Did you mean --check?'],
  [['--check', '--dry-run'], '--check and --dry-run do not go together.'],
  [['--dry-run', '--watch'], '--dry-run and --watch do not go together.'],
  [['articles/world/a.md'], '“articles/world/a.md” belongs to no flag; --only takes paths.'],
  [['--only'], '--only needs the paths of stories or pages.'],
  [['--withdraw-missing'], '--withdraw-missing needs the reason that readers are to be told.'],
  [
    ['--only', 'a.md', '--withdraw-missing', 'x'],
    '--only and --withdraw-missing do not go together.',
  ],
])('%j is refused', (args, words) => {
  expect(() => parse(...args)).toThrow(words);
});
