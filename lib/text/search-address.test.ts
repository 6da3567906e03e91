import { expect, test } from 'vitest';
import { dayOf, parseSearchAddress, searchHref } from './search-address';

const parse = (given: Record<string, string>) => parseSearchAddress((name) => given[name]);

test('An address is read and written again as it is', () => {
  const href =
    '/search?q=black%20sea&section=world&tag=nato&from=2025-01-01&to=2025-02-28&sort=date';
  const given = Object.fromEntries(new URL(href, 'https://news.example').searchParams);
  expect(searchHref(parse(given))).toBe(href);
  expect(searchHref(parse({}))).toBe('/search');
});

test.each([
  [{ q: ' black\t sea ' }, '/search?q=black%20sea'],
  [{ q: 'cafe\u0301' }, '/search?q=caf%C3%A9'],
  [{ tag: 'US Politics' }, '/search?tag=us-politics'],
  [{ section: ' WORLD ' }, '/search?section=world'],
  [{ section: '???' }, '/search?section=0'],
  [{ from: '2025-12-31', to: '2025-01-01' }, '/search?from=2025-01-01&to=2025-12-31'],
  [{ from: '2025-02-29' }, '/search?from=0'],
  [{ from: 'x', to: '2025-01-01' }, '/search?from=0&to=2025-01-01'],
  [{ to: '9999-01-01' }, '/search?to=0'],
  [{ sort: 'relevance' }, '/search'],
  [{ sort: 'desc' }, '/search?sort=0'],
])('%o has one spelling: %s', (given, href) => {
  const address = parse(given as Record<string, string>);
  expect(searchHref(address)).toBe(href);
  const again = Object.fromEntries(new URL(href, 'https://news.example').searchParams);
  expect(parse(again), 'and that is read as the same').toEqual(address);
});

test('A day begins in UTC, and there is no 30 February', () => {
  expect(dayOf('2024-02-29')?.toISOString()).toBe('2024-02-29T00:00:00.000Z');
  expect(dayOf('2025-02-30')).toBeNull();
});
