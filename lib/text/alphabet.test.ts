import { expect, test } from 'vitest';
import { byAlphabet } from './alphabet';

/** As [heading, names…]. */
function sorted(...names: readonly string[]): readonly (readonly string[])[] {
  return byAlphabet(names.map((name) => ({ name }))).map(({ title, names }) => [
    title,
    ...names.map(({ name }) => name),
  ]);
}

test('Names stand under their letters, whatever their case', () => {
  expect(sorted('Ukraine', 'arms control', 'Africa', 'UN')).toEqual([
    ['A', 'Africa', 'arms control'],
    ['U', 'Ukraine', 'UN'],
  ]);
});

test.each([
  ['an accented letter', 'Élections', 'E'],
  ['a letter and a mark of its own', 'E\u0301lections', 'E'],
  ['a ring', 'Åland', 'A'],
  ['a stroke', 'Øresund', 'O'],
  ['a barred l', 'Łódź', 'L'],
  ['a dotted I', 'İstanbul', 'I'],
  ['a ligature', 'Œuvre', 'O'],
  ['a joined letter', 'Ægean', 'A'],
  ['a sharp s', 'ßtraße', 'S'],
  ['a letter that is sorted after Z', 'Þingvellir', 'Other scripts'],
  ['a digit', '9/11', '0–9'],
  ['a quotation mark', '“Brexit”', 'B'],
  ['Cyrillic', 'Київ', 'Other scripts'],
  ['Arabic', 'سلام', 'Other scripts'],
  ['Chinese', '北京', 'Other scripts'],
  ['nothing that can be read', '—', 'Other scripts'],
])('%s has its heading', (_, name, heading) => {
  expect(sorted(name)).toEqual([[heading, name]]);
});

test('Accents decide only between words that are else the same; numbers go by size', () => {
  expect(sorted('Ezra', 'Éire', 'Eire', 'Elba')).toEqual([['E', 'Eire', 'Éire', 'Elba', 'Ezra']]);
  expect(sorted('G20', 'G7', 'Gaza')).toEqual([['G', 'G7', 'G20', 'Gaza']]);
  expect(sorted('Newark', 'New York')).toEqual([['N', 'New York', 'Newark']]);
});

test('Digits come before letters and other scripts after, each once', () => {
  expect(sorted('Ωmega', 'Zoo', '2024', 'Alps').map(([heading]) => heading)).toEqual([
    ...['0–9', 'A', 'Z', 'Other scripts'],
  ]);
});
