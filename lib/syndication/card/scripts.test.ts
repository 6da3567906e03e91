import { expect, test } from 'vitest';
import { beginsAtRight, canBeSet, settable } from './scripts';

test.each(['Miami', 'Żółć', 'Ἀθῆναι', 'Київ', 'محادثات', 'שיחות', 'मियामी', '1,550 – “No”', ''])(
  '“%s” can be set',
  (text) => {
    expect(canBeSet(text)).toBe(true);
  },
);

test.each(['東京', '서울', 'ไทย', 'Miami 東京'])('“%s” cannot', (text) => {
  expect(canBeSet(text)).toBe(false);
});

test('The first letter says where a text begins', () => {
  expect(beginsAtRight('«محادثات» Miami')).toBe(true);
  expect(beginsAtRight('“Miami” محادثات')).toBe(false);
  expect(beginsAtRight('1,550')).toBe(false);
});

test('Pictures, controls and halves of letters are left out', () => {
  expect(settable('A 👩🏽‍🚀 in 🇺🇦\u0007 space \ud83d!')).toBe('A in space !');
});
