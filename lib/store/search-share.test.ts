import { expect, test } from 'vitest';
import { asksForPlaces, lexemesOf, shareWithWords, withoutPlaces } from './search-share';

const shares: Readonly<Record<string, number>> = { half: 0.5, fifth: 0.2, "o'clock\\": 0.1 };
const shareOf = (lexeme: string) => shares[lexeme] ?? 0;

test.each([
  ["'half'", 0.5],
  ["'half' <-> 'fifth'", 0.1],
  ["'half' <3> 'fifth' & 'half'", 0.05],
  ["'half' | 'fifth'", 0.7],
  ["'half' | 'half' | 'half'", 1],
  ["'half' & 'fifth' | 'fifth'", 0.3],
  ["'half' & ( 'fifth' | 'fifth' )", 0.2],
  ["'half' & !'fifth'", 0.5],
  ["'half' & !( 'fifth' <-> 'half' ) & 'fifth'", 0.1],
  ["'half' & 'fif':*", 0.5],
  ["'half' & 'half':*A", 0.5],
  ["'never' <-> 'half'", 0],
  ["'o''clock\\\\' <-> 'half'", 0.05],
])('The words of %s are in a share of %d', (question, share) => {
  const product = (one: number, other: number) => one * other;
  expect(shareWithWords(question, shareOf, product)).toBeCloseTo(share, 10);
});

test('Words are together in no more stories than the rarest of them', () => {
  const question = "'half' <-> 'fifth' & 'half' | 'fifth' & !'half'";
  expect(shareWithWords(question, shareOf, Math.min)).toBeCloseTo(0.4, 10);
});

test('Places are taken off a question, and nothing else', () => {
  expect(withoutPlaces("'a' <-> 'b' <2> '<->' & !( 'c''' <-> 'd' ) | 'e':*")).toBe(
    "'a' & 'b' & '<->' & !( 'c''' & 'd' ) | 'e':*",
  );
});

test('Lexemes are read as they are written', () => {
  expect(lexemesOf("'half' <-> 'o''clock\\\\' | !'half' & '<->':*")).toEqual([
    ...['half', "o'clock\\", '<->'],
  ]);
});

test('Only what binds words to places asks for them', () => {
  const asking = ["'a' <-> 'b'", "'a' & ( 'b' <2> 'c' )"];
  const others = ["'a' & 'b'", "'<->' | !'<2>'", "'a':*"];
  expect(asking.map(asksForPlaces)).toEqual([true, true]);
  expect(others.map(asksForPlaces)).toEqual([false, false, false]);
});
