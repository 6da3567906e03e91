import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseCoding } from './negotiate';

const all = { identity: 1, gzip: 1, br: 1, zstd: 1 };
const withoutZstd = { identity: 1, gzip: 1, br: 1 };

test.each<[header: string | undefined, coding: string, why: string]>([
  [undefined, 'identity', 'nothing was said'],
  ['', 'identity', 'an empty list names none'],
  ['gzip, deflate, br, zstd', 'br', 'browsers like all equally, brotli is smallest'],
  ['gzip, deflate, br', 'br', ''],
  ['gzip, zstd', 'zstd', ''],
  ['gzip', 'gzip', ''],
  ['GZIP', 'gzip', 'names have no case'],
  ['deflate', 'identity', 'not kept'],
  ['*', 'br', 'anything'],
  ['gzip;q=1.0, br;q=0.5', 'gzip', 'weights count'],
  ['br;q=0.5, gzip;q=0.8, zstd;q=0.2', 'gzip', ''],
  ['br;q=0, *', 'zstd', 'anything but brotli'],
  ['br;q=0, gzip;q=0, *;q=0.1', 'zstd', ''],
  ['*;q=0, gzip', 'gzip', 'nothing but gzip'],
  ['gzip;q=0', 'identity', ''],
  ['gzip;q=0.5, identity', 'identity', 'identity preferred'],
  ['identity;q=0, gzip;q=0.001', 'gzip', 'identity refused'],
  ['identity;q=0', 'identity', 'nothing acceptable is kept: the header is disregarded'],
  ['*;q=0', 'identity', ''],
  [' gzip ;q=0.5 , br ; q=0.7 ', 'br', 'spaces do not matter'],
  ['br;q=abc, gzip', 'gzip', 'a weight that is none'],
  [',,;;=,', 'identity', 'nonsense'],
])('%j is answered in %s: %s', (header, coding) => {
  expect(chooseCoding(header, all)).toBe(coding);
});

test('a coding that is not kept of this page is passed over', () => {
  expect(chooseCoding('zstd, gzip;q=0.5', withoutZstd)).toBe('gzip');
  expect(chooseCoding('gzip, br', { identity: 1 })).toBe('identity');
});

test('any header gets an answer that is kept', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      expect(Object.keys(withoutZstd)).toContain(chooseCoding(header, withoutZstd));
    }),
  );
});
