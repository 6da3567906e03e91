import { describe, expect, test } from 'vitest';
import { isUnchanged } from './conditions';

const etag = '"abc-_1"';
const lastModified = new Date('2025-12-22T15:30:00Z');
const since = (value: string) => isUnchanged({ 'if-modified-since': value }, etag, lastModified);
const noneOf = (value: string) => isUnchanged({ 'if-none-match': value }, etag, lastModified);

test('without conditions nothing is known of what the reader has', () => {
  expect(isUnchanged({}, etag, lastModified)).toBe(false);
});

describe('If-None-Match', () => {
  test.each([etag, `W/${etag}`, `"other", ${etag}`, `"a","b",W/${etag} , "c"`, '*', ' * '])(
    'names what the reader has: %s',
    (value) => {
      expect(noneOf(value)).toBe(true);
    },
  );

  test.each(['', '"other"', 'abc-_1', '"ABC-_1"', `w/${etag}`, `${etag}x`, '"*"', ',,'])(
    'does not name it: %s',
    (value) => {
      expect(noneOf(value)).toBe(false);
    },
  );

  test('has the only say where both conditions are given', () => {
    const headers = {
      'if-none-match': '"other"',
      'if-modified-since': lastModified.toUTCString(),
    };
    expect(isUnchanged(headers, etag, lastModified)).toBe(false);
  });
});

describe('If-Modified-Since', () => {
  test.each([
    'Mon, 22 Dec 2025 15:30:00 GMT',
    'Tue, 23 Dec 2025 00:00:00 GMT',
    'Monday, 22-Dec-25 15:30:00 GMT',
    'Mon Dec 22 15:30:00 2025',
  ])('holds at and after the last change: %s', (value) => {
    expect(since(value)).toBe(true);
  });

  test.each([
    'Mon, 22 Dec 2025 15:29:59 GMT',
    'Sun Nov  6 08:49:37 1994',
    '',
    'yesterday',
    '2030',
    'Mon, x',
  ])('does not hold before it, nor of what is no date: %s', (value) => {
    expect(since(value)).toBe(false);
  });

  test('says nothing of a page without a date', () => {
    expect(isUnchanged({ 'if-modified-since': new Date().toUTCString() }, etag, null)).toBe(false);
  });
});
