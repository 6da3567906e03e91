import { describe, expect, test } from 'vitest';
import { type HeaderFacts, headersFor } from './headers';

const facts: HeaderFacts = {
  key: '/politics/story',
  rendered: { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } },
  keys: ['article:7', 'front'],
  page: { styles: ['a{}'], scripts: [], fonts: ['/fonts/text.woff2', '/fonts/display.woff2'] },
  https: true,
};

const withHeaders = (headers: Record<string, string>, rest: Partial<HeaderFacts> = {}) =>
  headersFor({ ...facts, ...rest, rendered: { status: 200, headers } });

test('a page has everything that a browser and a shared cache should know', () => {
  expect(headersFor(facts)).toEqual({
    'content-type': 'text/html; charset=utf-8',
    'cache-control':
      'public, max-age=60, s-maxage=3600, stale-while-revalidate=3600, stale-if-error=86400',
    vary: 'Accept-Encoding',
    'surrogate-key': 'article:7 front',
    'cache-tag': 'article:7,front',
    'content-security-policy': expect.stringContaining("style-src 'sha256-"),
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': expect.stringContaining('geolocation=()'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    link:
      '</fonts/text.woff2>; rel=preload; as=font; type="font/woff2"; crossorigin; fetchpriority=low, ' +
      '</fonts/display.woff2>; rel=preload; as=font; type="font/woff2"; crossorigin; fetchpriority=low',
    'speculation-rules': expect.stringMatching(/^"data:application\/speculationrules\+json,/),
  });
});

test('a document’s own links come through, those that the framework gives a page do not', () => {
  const link = '<https://news.example/world/story>; rel="canonical"';
  const headers = { 'content-type': 'text/markdown', link };
  expect(withHeaders(headers, { page: null })).toHaveProperty('link', link);
  expect(withHeaders(headers).link).not.toContain('canonical');
});

test('only headers that readers need come through from the renderer', () => {
  const headers = withHeaders({
    'content-type': 'text/html',
    'last-modified': 'Mon, 22 Dec 2025 15:30:00 GMT',
    'set-cookie': 'a=b',
    'x-powered-by': 'Next.js',
    'x-prism-keys': 'front',
    'x-nextjs-cache': 'HIT',
    'cache-control': 'private, no-store',
    'content-encoding': 'gzip',
    'transfer-encoding': 'chunked',
    connection: 'keep-alive',
    etag: '"a"',
    vary: 'rsc, next-router-state-tree',
    refresh: '0;url=/',
  });
  expect(headers).toMatchObject({
    'last-modified': 'Mon, 22 Dec 2025 15:30:00 GMT',
    vary: 'Accept-Encoding',
    'cache-control': expect.stringContaining('public'),
  });
  for (const name of [
    ...['set-cookie', 'x-powered-by', 'x-prism-keys', 'x-nextjs-cache', 'content-encoding'],
    ...['transfer-encoding', 'connection', 'etag', 'refresh'],
  ]) {
    expect(headers).not.toHaveProperty(name);
  }
});

test('without https nobody is told to use it', () => {
  const headers = headersFor({ ...facts, https: false });
  expect(headers).not.toHaveProperty('strict-transport-security');
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
});

describe('other sites', () => {
  test.each([
    'image/webp',
    'image/svg+xml',
    'application/rss+xml; charset=utf-8',
    'application/atom+xml',
    'application/feed+json',
    'application/xml',
  ])('may show %s', (type) => {
    const headers = withHeaders({ 'content-type': type }, { page: null });
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  test.each(['text/html; charset=utf-8', 'font/woff2', 'text/javascript'])(
    'may not load %s',
    (type) => {
      const headers = withHeaders({ 'content-type': type }, { page: null });
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    },
  );
});

test('what is no page carries nothing that only pages need, a font no policy either', () => {
  const names = (type: string) =>
    Object.keys(withHeaders({ 'content-type': type }, { page: null }));
  const forPages = ['referrer-policy', 'permissions-policy', 'cross-origin-opener-policy'];
  for (const type of ['font/woff2', 'image/svg+xml', 'application/rss+xml']) {
    expect(names(type)).not.toEqual(expect.arrayContaining([expect.toBeOneOf(forPages)]));
    expect(names(type).includes('content-security-policy')).toBe(type !== 'font/woff2');
  }
});

test('only a page that is there gives hints', () => {
  for (const headers of [
    headersFor({ ...facts, rendered: { status: 404, headers: {} } }),
    withHeaders({ 'content-type': 'application/xml' }, { page: null }),
  ]) {
    expect(headers).not.toHaveProperty('link');
    expect(headers).not.toHaveProperty('speculation-rules');
  }
});
