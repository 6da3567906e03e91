import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines, diffWords } from './word-diff';

const text = (parts: ReturnType<typeof diffWords>, without: 'added' | 'removed') =>
  parts
    .filter(({ kind }) => kind !== without)
    .map((part) => part.text)
    .join('');

test('Words that changed are told apart from those around them', () => {
  expect(diffWords('The talks failed on Monday.', 'The talks ended on Monday.')).toEqual([
    { kind: 'same', text: 'The talks ' },
    { kind: 'removed', text: 'failed' },
    { kind: 'added', text: 'ended' },
    { kind: 'same', text: ' on Monday.' },
  ]);
});

test('Words that changed side by side are told in one phrase', () => {
  expect(diffWords('Half a century of treaties', 'What is left of treaties')).toEqual([
    { kind: 'removed', text: 'Half a century' },
    { kind: 'added', text: 'What is left' },
    { kind: 'same', text: ' of treaties' },
  ]);
});

test('Words are found where no spaces part them', () => {
  const parts = diffWords('双方同意下周再次会面', '双方同意明天再次会面');
  expect(parts.find(({ kind }) => kind === 'removed')?.text).toBe('下周');
});

test('Lines are the same, changed, new or gone', () => {
  const before = ['First.', 'Second one.', 'Third.'];
  const after = ['First.', 'Second line.', 'Third.', 'Fourth.'];
  expect(diffLines(before, after).map(({ kind }) => kind)).toEqual([
    ...['same', 'changed', 'same', 'added'],
  ]);
  expect(diffLines(after, before).map(({ kind }) => kind)).toEqual([
    ...['same', 'changed', 'same', 'removed'],
  ]);
});

test('Both texts can be read from the difference, whatever they are', () => {
  const lines = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const difference = diffLines(before, after);
      const side = (without: 'added' | 'removed') =>
        difference.filter(({ kind }) => kind !== without).map(({ parts }) => text(parts, without));
      expect(side('added')).toEqual(before);
      expect(side('removed')).toEqual(after);
    }),
  );
});
