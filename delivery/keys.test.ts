import { expect, test } from 'vitest';
import { ANY, keyHeaders, parseKeys } from './keys';

test('keys are read once each, without what could break a header', () => {
  expect(parseKeys('article:7 front  tag:peace-talks front a,b é')).toEqual([
    'article:7',
    'front',
    'tag:peace-talks',
  ]);
  expect(parseKeys('')).toEqual([]);
  expect(parseKeys(undefined)).toEqual([]);
});

test('keys are told to CDNs in both of their ways', () => {
  expect(keyHeaders(['front', 'article:7'])).toEqual({
    'surrogate-key': 'front article:7',
    'cache-tag': 'front,article:7',
  });
  expect(keyHeaders([])).toEqual({});
});

test('a page that shows too much is purged with every publication', () => {
  const many = Array.from({ length: 200 }, (_, index) => `article:${index}-${'0'.repeat(30)}`);
  expect(keyHeaders(many)).toEqual({ 'surrogate-key': ANY, 'cache-tag': ANY });
});
