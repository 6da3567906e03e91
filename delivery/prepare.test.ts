import { readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { RenderedAnswer } from './answer';
import { redirectAnswer } from './plain';
import { improveAnswer, prepareAnswer } from './prepare';
import { stripPage } from './strip';

const nextPage = readFileSync(new URL('./testing/next-page.html.txt', import.meta.url));
const settings = { siteUrl: 'https://news.example' };
const key = '/science/the-keeling-curve';

const rendered: RenderedAnswer = {
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'last-modified': 'Tue, 22 Apr 2025 09:30:00 GMT',
    'x-prism-keys': 'article:7 section:science frame',
    'set-cookie': 'a=b',
  },
  body: nextPage,
};

describe('a page', () => {
  test('is kept stripped, in every coding', async () => {
    const { bodies, size } = await prepareAnswer(rendered, key, settings);
    const html = bodies.identity.toString();
    expect(html).toBe(stripPage(nextPage.toString()).html);
    expect(brotliDecompressSync(bodies.br ?? '').toString()).toBe(html);
    expect(gunzipSync(bodies.gzip ?? '').toString()).toBe(html);
    expect(size).toBe(Object.values(bodies).reduce((sum, { byteLength }) => sum + byteLength, 0));
  });

  test('keeps what it shows, when it changed and how long it is good for', async () => {
    const kept = await prepareAnswer(rendered, key, settings);
    expect(kept).toMatchObject({
      status: 200,
      keys: ['article:7', 'section:science', 'frame'],
      lastModified: new Date('2025-04-22T09:30:00Z'),
    });
    expect(kept.freshFor).toBeGreaterThan(0);
  });

  test('has a strong tag for each coding, which follows the bytes', async () => {
    const { etags } = await prepareAnswer(rendered, key, settings);
    const again = await prepareAnswer(rendered, key, settings);
    const quick = await prepareAnswer(rendered, key, { ...settings, effort: 'quick' });
    const tags = Object.values(etags);
    expect(new Set(tags).size).toBe(tags.length);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]{16}"$/);
    expect(again.etags).toEqual(etags);
    expect(quick.etags.identity).toBe(etags.identity);
    expect(quick.etags.br).not.toBe(etags.br);
  });

  test('made in haste becomes the same as one made with care', async () => {
    const quick = await prepareAnswer(rendered, key, { ...settings, effort: 'quick' });
    const best = await prepareAnswer(rendered, key, settings);
    expect(best.size).toBeLessThan(quick.size);
    expect(await improveAnswer(quick)).toEqual(best);
  });

  test('has a policy that allows its own style by hash', async () => {
    const { headers } = await prepareAnswer(rendered, key, settings);
    expect(headers['content-security-policy']).toMatch(
      /script-src 'none'; style-src 'sha256-[\w+/=]{44}';/,
    );
    expect(headers['strict-transport-security']).toBeDefined();
    const plain = await prepareAnswer(rendered, key, { siteUrl: 'http://localhost:3000' });
    expect(plain.headers['strict-transport-security']).toBeUndefined();
  });
});

test('what is no page is kept as it is', async () => {
  const body = Buffer.from('<script>not HTML</script>');
  const headers = { 'content-type': 'image/webp' };
  const kept = await prepareAnswer({ status: 200, headers, body }, '/media/a.webp', settings);
  expect(kept.bodies).toEqual({ identity: body });
  expect(kept).toMatchObject({ keys: [], lastModified: null });
});

test('a date that is none is not taken for one', async () => {
  const headers = { 'content-type': 'text/plain', 'last-modified': 'lately' };
  const kept = await prepareAnswer({ status: 200, headers, body: nextPage }, '/', settings);
  expect(kept.lastModified).toBeNull();
});

test('a redirect loses the page of scripts behind it', async () => {
  const headers = { ...rendered.headers, location: '/politics', 'x-prism-keys': 'article:7' };
  const moved = await prepareAnswer({ status: 308, headers, body: nextPage }, '/x', settings);
  expect(moved.bodies).toEqual({ identity: redirectAnswer('/politics').body });
  expect(moved.headers).toMatchObject({
    location: '/politics',
    'content-type': 'text/plain; charset=utf-8',
    'surrogate-key': 'article:7',
  });
});

test('a failure is kept by nobody', async () => {
  const kept = await prepareAnswer({ ...rendered, status: 503 }, key, settings);
  expect(kept.freshFor).toBe(0);
  expect(kept.headers['cache-control']).toBe('no-store');
});
