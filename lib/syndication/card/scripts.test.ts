import { expect, test } from 'vitest';
import { beginsAtRight, breakable, canBeSet, settable } from './scripts';

test.each([
  ...['Miami', 'Żółć', 'Ἀθῆναι', 'Київ', 'محادثات', 'שיחות', 'मियामी', '1,550 – “No”', ''],
  ...['東京', 'とうきょう', '서울', 'ไทย', 'தமிழ்', 'ქართული', 'Հայերեն', 'አማርኛ', 'བོད་ཡིག'],
])('“%s” can be set', (text) => {
  expect(canBeSet(text)).toBe(true);
});

test.each(['ᏣᎳᎩ', 'ܣܘܪܝܝܐ', 'ދިވެހި', 'Miami ᏣᎳᎩ', '𠀀'])('“%s” cannot', (text) => {
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

test('A line may end between words that no space parts', () => {
  expect(breakable('การเจรจา สิ้นสุดลง, Miami')).toBe('การ\u200bเจรจา สิ้น\u200bสุด\u200bลง, Miami');
});
