import { expect, test } from 'vitest';
import { withoutTypesetting } from './without-typesetting';

test.each([
  ['quotation marks', 'It is "so", and \'thus\'', 'It is “so”, and ‘thus’'],
  [
    'guillemets with their spaces',
    'Il dit "oui"; vraiment?',
    'Il dit «\u202foui\u202f»\u202f; vraiment\u202f?',
  ],
  ['dashes', 'Here -- there - 1914-18', 'Here – there – 1914–18'],
  ['dots', 'And then...', 'And then…'],
  ['spaces at which no line breaks', '22 December', '22\u00a0December'],
])('Words are the same whatever their %s', (_, typed, set) => {
  expect(withoutTypesetting(set)).toBe(withoutTypesetting(typed));
});

test.each([
  ['3.5', '35'],
  ['to resent', 'to re sent'],
  ['It is so.', 'It is so'],
  ['the ‘truth’', 'the truth'],
  ['Polish', 'polish'],
])('“%s” and “%s” say two things', (one, other) => {
  expect(withoutTypesetting(one)).not.toBe(withoutTypesetting(other));
});
