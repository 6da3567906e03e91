import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_TARGET, parseTarget } from './target';

const page = (key: string) => ({ kind: 'page', key });
const redirect = (location: string) => ({ kind: 'redirect', location });
const refuse = (status: number) => ({ kind: 'refuse', status });
const get = (url: string) => parseTarget('GET', url);

describe('an address with its one spelling is a page', () => {
  test.each([
    '/',
    '/politics',
    '/politics/miami-talks',
    '/archive/2025/12/22',
    '/feed.xml',
    '/tag/peace-talks?page=2',
    '/search?q=black%20sea&page=3',
    '/caf%C3%A9',
    '/_next/static/chunks/0j1We3cwg31qE.js',
    '/media/A973D26F.webp',
    '/.well-known/acme-challenge/LoqXcYV8',
    '/a~b!c$d&e(f)*g+h,i;j=k:l@m',
  ])('%s', (url) => {
    expect(get(url)).toEqual(page(url));
  });

  test('the key that search engines read keeps its case, and nothing beside it does', () => {
    const key = '/Ab-12345.txt';
    expect(parseTarget('GET', key, key)).toEqual(page(key));
    expect(parseTarget('GET', '/AB-12345.txt', key)).toEqual(redirect('/ab-12345.txt'));
    expect(parseTarget('GET', key)).toEqual(redirect('/ab-12345.txt'));
  });

  test('HEAD asks for the same page as GET', () => {
    expect(parseTarget('HEAD', '/politics')).toEqual(page('/politics'));
  });
});

describe('an odd spelling is redirected to the one spelling in one hop', () => {
  test.each([
    ['/Politics', '/politics'],
    ['/politics/', '/politics'],
    ['//politics///miami-talks//', '/politics/miami-talks'],
    ['//evil.example/', '/evil.example'],
    ['/%70olitics', '/politics'],
    ['/caf%c3%a9', '/caf%C3%A9'],
    ['/CAF%C3%89', '/caf%C3%A9'],
    ['/a/./b/../c', '/a/c'],
    ['/a/%2e%2E/c', '/c'],
    ['/../../etc', '/etc'],
    ['/..', '/'],
    ['/<b>', '/%3Cb%3E'],
    ['/%40desk', '/@desk'],
    ['/fonts/../POLITICS', '/politics'],
    ['/_next/static//chunks/Ab.js', '/_next/static/chunks/Ab.js'],
    ['/politics?page=1', '/politics'],
    ['/politics?utm_source=x&page=1', '/politics'],
    ['/Politics/?page=2&utm_source=x', '/politics?page=2'],
    ['/Search/?page=1&q=Black+Sea', '/search?q=Black%20Sea'],
  ])('%s to %s', (url, location) => {
    expect(get(url)).toEqual(redirect(location));
  });
});

describe('the query', () => {
  test.each<[url: string, key: string | undefined, why: string]>([
    ['/politics/story?page=2&q=x&utm_source=y', '/politics/story', 'changes nothing in a story'],
    ['/?page=2', '/', 'nor on the front page'],
    ['/politics?utm_campaign=100%&_rsc=1', '/politics', 'may hold anything where it is not read'],
    ['/politics?', '/politics', 'may be empty'],
    ['/politics?q=ukraine&page=3', '/politics?page=3', 'has no question outside the search'],
    ['/politics?page=2&page=3', '/politics?page=2', 'counts the first of two'],
    ['/politics?%70age=2', '/politics?page=2', 'may encode a name'],
    ['/search?page=2&q=x', '/search?q=x&page=2', 'has one order'],
    ['/search?q=+black++sea+', '/search?q=black%20sea', 'has one way to write a space'],
    ['/search?q=a%0Ab', '/search?q=a%20b', 'takes a line break for a space'],
    ['/search?q=', '/search', 'may ask nothing'],
    ['/search?q', '/search', 'may ask less than nothing'],
    ['/search?q=caf%65%CC%81', '/search?q=caf%C3%A9', 'has one way to write an accent'],
    [
      '/search?sort=relevance&to=&q=x&tag=Security+Guarantees&from=2025-01-01&section=World',
      '/search?q=x&section=world&tag=security-guarantees&from=2025-01-01',
      'leaves out what was not chosen',
    ],
    [
      '/search?q=x&from=2025-02-01&to=2025-01-01&sort=date',
      '/search?q=x&from=2025-01-01&to=2025-02-01&sort=date',
      'takes days the right way round',
    ],
    ['/search?q=x&from=2025-02-30', '/search?q=x&from=0', 'has one day that is none'],
    ['/search?q=x&to=soon&sort=up', '/search?q=x&to=0&sort=0', 'has one order that is none'],
    ['/search?q=x&tag=%F0%9F%97%9E', '/search?q=x&tag=0', 'has one name that is none'],
    ['/search?q=a\\b', '/search?q=a%5Cb', 'may hold what browsers leave unencoded'],
    [`/search?q=${'%F0%9F%97%9E'.repeat(160)}`, undefined, 'is measured in characters'],
    [`/search?q=${'a'.repeat(500)}`, `/search?q=${'a'.repeat(200)}`, 'is cut as the page cuts it'],
    ['/politics?page=x', '/politics?page=0', 'keeps one wrong page number for all'],
    ['/politics?page=', '/politics?page=0', 'an empty one too'],
    ['/politics?page=99999999', '/politics?page=0', 'a huge one too'],
    ['/tag/ukraine/feed.xml?page=2', '/tag/ukraine/feed.xml', 'changes nothing in a feed'],
    ['/feed.xml?page=2', '/feed.xml', 'nor in the feed of all'],
  ])('of %s gives %s: it %s', (url, key) => {
    expect(get(url)).toEqual(page(key ?? url));
  });
});

describe('what is malformed is refused', () => {
  test.each([
    '',
    '*',
    'politics',
    'example.org:443',
    '/%',
    '/%zz',
    '/%E9',
    '/%C0%AF',
    '/%ED%A0%80',
    '/%00',
    '/a%0Ab',
    '/a%7F',
    '/a\u0000b',
    '/a b',
    '/a\r\nSet-Cookie: a',
    '/café',
    '/a\\b',
    '/a%5Cb',
    '/a%2Fb',
    '/..%2f..%2fetc',
    '/a#b',
    '/search?q=%',
    '/search?q=%E9',
    '/search?q=%00',
    '/politics?page=%ff',
    'ftp://example.org/',
    'http:///politics',
    'javascript:alert(1)',
  ])('%j', (url) => {
    expect(get(url)).toEqual(refuse(400));
  });

  test('an address that is too long', () => {
    expect(get(`/${'a'.repeat(LONGEST_TARGET - 1)}`).kind).toBe('page');
    expect(get(`/${'a'.repeat(LONGEST_TARGET)}`)).toEqual(refuse(414));
  });

  test('an address whose one spelling is too long', () => {
    expect(get(`/${'<'.repeat(LONGEST_TARGET / 2)}`)).toEqual(refuse(414));
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'get', ''])(
    'the method %j, saying what is allowed',
    (method) => {
      expect(parseTarget(method, '/')).toEqual({ ...refuse(405), headers: { allow: 'GET, HEAD' } });
    },
  );
});

test('the absolute form is read as its path, whatever its host', () => {
  expect(get('http://news.example/politics?page=2')).toEqual(page('/politics?page=2'));
  expect(get('HTTPS://elsewhere.example')).toEqual(page('/'));
  expect(get('http://news.example?q=x')).toEqual(page('/'));
  expect(get('http://news.example/Politics')).toEqual(redirect('/politics'));
});

describe('of any string', () => {
  const urlish = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ...['/', '.', '..', '//', '%', '%2e', '%2F', '%25', '%C3%89', '%e2%84%aa', '\\', 'A', 'z'],
        ...['?', '&', '=', '+', '#', 'page', 'q', 'search', 'tag', '_next/static', '1', '2', ' '],
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
  });
  const encoded = fc.string({ unit: 'binary' }).map((text) => `/${encodeURIComponent(text)}`);
  const anyUrl = fc.oneof(
    fc.string({ unit: 'binary' }),
    urlish,
    urlish.map((text) => `/${text}`),
    urlish.map((text) => `/search?q=${text}`),
    encoded,
  );

  test('the answer is a key, a redirect or a refusal, never an exception', () => {
    fc.assert(
      fc.property(fc.string(), anyUrl, (method, url) => {
        expect(['page', 'redirect', 'refuse']).toContain(get(url).kind);
        parseTarget(method, url);
      }),
      { numRuns: 2000 },
    );
  });

  test('a key and a redirect lead to the page with that very key', () => {
    fc.assert(
      fc.property(anyUrl, (url) => {
        const target = get(url);
        if (target.kind === 'refuse') return;
        const key = target.kind === 'page' ? target.key : target.location;
        expect(get(key)).toEqual(page(key));
      }),
      { numRuns: 5000 },
    );
  });

  test('a key is an absolute path of ours, without what could split a header', () => {
    fc.assert(
      fc.property(anyUrl, (url) => {
        const target = get(url);
        if (target.kind === 'refuse') return;
        const key = target.kind === 'page' ? target.key : target.location;
        expect(key).toMatch(/^\/(?!\/)[!-~]*$/);
        expect(key).not.toMatch(/[#\\]|\/\.{1,2}(?:\/|$)|\/\//);
        expect(key.length).toBeLessThanOrEqual(LONGEST_TARGET);
      }),
      { numRuns: 5000 },
    );
  });
});
