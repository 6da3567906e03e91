import { describe, expect, test } from 'vitest';
import { lastBeginning, plainQuestion, withWords, wordsOf } from './search-words';

describe('the last word', () => {
  test.each([
    ['diplom', 'diplom'],
    ['ukraine neg', 'neg'],
    ['"black sea" gra', 'gra'],
    ['peace or tru', 'tru'],
    ['-war pea', 'pea'],
    ['négoc', 'négoc'],
    ['"black sea', null],
    ['"black sea"', null],
    ['peace -tru', null],
    ['peace or', null],
    ['ne', null],
    ['peace.', null],
    ['public-ke', null],
    ['', null],
  ])('of %s begins: %s', (question, beginning) => {
    expect(lastBeginning(question)).toBe(beginning);
  });
});

test('Marks of print are plain ones, and what is no text is a space', () => {
  expect(plainQuestion(' «mot\u0000juste» “x” ')).toBe('"mot juste" "x"');
});

describe('words that may be misspelt', () => {
  const words = (question: string) => wordsOf(question).map(({ word }) => word);

  test('are those of four letters and more that are not excluded', () => {
    expect(words('the ceasfire -talks "peece tallks" or x-ray 2019a')).toEqual([
      ...['ceasfire', 'peece', 'tallks'],
    ]);
    expect(words('mid-atlantc Zelenskiy’s')).toEqual(['atlantc', 'Zelenskiy']);
    expect(words('one two thre four five sixx seven eight nine')).toHaveLength(6);
  });

  test('are replaced in their places', () => {
    const question = '"peece tallks" -war or tallks';
    const [first, second] = wordsOf(question);
    if (first === undefined || second === undefined) throw new Error('no words');
    expect(
      withWords(question, [
        { at: first, word: 'peace' },
        { at: second, word: 'talks' },
      ]),
    ).toBe('"peace talks" -war or tallks');
  });
});
