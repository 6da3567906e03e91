import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compress, isCompressible, isImprovable, LARGEST_IMPROVED } from './compress';

const words = Buffer.from('The talks went on for three days in Miami. '.repeat(40));
const zstdDecompressSync = (zlib as { zstdDecompressSync?: (body: Buffer) => Buffer })
  .zstdDecompressSync;

describe.each(['quick', 'best'] as const)('with %s effort', (effort) => {
  test('a text is kept in every coding, each giving the same text', async () => {
    const bodies = await compress(words, 'text/html; charset=utf-8', effort);
    expect(bodies.identity).toBe(words);
    expect(zlib.brotliDecompressSync(bodies.br ?? '')).toEqual(words);
    expect(zlib.gunzipSync(bodies.gzip ?? '')).toEqual(words);
    expect('zstd' in bodies).toBe(zstdDecompressSync !== undefined);
    if (bodies.zstd) expect(zstdDecompressSync?.(bodies.zstd)).toEqual(words);
  });
});

test('the best effort makes less of a page than the quick one', async () => {
  const page = readFileSync(new URL('./testing/next-page.html.txt', import.meta.url));
  const quick = await compress(page, 'text/html', 'quick');
  const best = await compress(page, 'text/html', 'best');
  expect(best.br?.byteLength).toBeLessThan(quick.br?.byteLength ?? 0);
});

test('a large file is compressed quickly, whatever the effort, and not again', async () => {
  const lines = Array.from({ length: 10_000 }, (_, n) => `${(n * 7919) % 10_007} of ${n % 97}\n`);
  const text = Buffer.from(lines.join(''));
  const [large, small] = [Buffer.concat([text, text]), text.subarray(0, LARGEST_IMPROVED / 2)];
  expect(large.byteLength).toBeGreaterThan(LARGEST_IMPROVED);
  const quick = await compress(large, 'text/xml', 'quick');
  expect(await compress(large, 'text/xml', 'best')).toEqual(quick);
  expect(isImprovable(quick)).toBe(false);
  expect(isImprovable(await compress(small, 'text/xml', 'quick'))).toBe(true);
  expect(isImprovable({ identity: small })).toBe(false);
});

test('what is small, already compressed or would grow is kept as it is', async () => {
  const noise = randomBytes(4_000);
  for (const [body, type] of [
    [words.subarray(0, 199), 'text/plain'],
    [words, 'image/webp'],
    [words, 'font/woff2'],
    [words, ''],
    [Buffer.alloc(0), 'text/html'],
    [noise, 'text/plain'],
  ] as const) {
    expect(await compress(body, type, 'best')).toEqual({ identity: body });
  }
});

test.each([
  ['text/html; charset=utf-8', true],
  ['text/plain', true],
  ['application/json', true],
  ['application/feed+json', true],
  ['application/rss+xml; charset=utf-8', true],
  ['application/atom+xml; charset=utf-8', true],
  ['text/markdown; charset=utf-8', true],
  ['application/xml', true],
  ['application/javascript', true],
  ['image/svg+xml', true],
  ['image/png', false],
  ['font/woff2', false],
  ['application/octet-stream', false],
  ['application/zip', false],
])('%s is compressible: %s', (type, expected) => {
  expect(isCompressible(type)).toBe(expected);
});
