import { expect, test } from 'vitest';
import { pictureCredit } from './picture-credit';

test.each([
  ['Maria Sosa', 'CC BY 4.0', 'Maria Sosa, CC BY 4.0'],
  ['PRISM News', 'PRISM News', 'PRISM News'],
  ['PRISM News', null, 'PRISM News'],
  ['PRISM News', undefined, 'PRISM News'],
  ['', 'CC0', 'CC0'],
])('A picture by “%s” with the rights %j is “%s”', (credit, rights, words) => {
  expect(pictureCredit(credit, rights)).toBe(words);
});
