import { describe, expect, test } from 'vitest';
import { buildPagination, pageCountOf, pageHref, parsePageNumber } from './pagination';

describe('The page number in an address', () => {
  test.each([
    [undefined, 1],
    ['1', 1],
    ['2', 2],
    ['10000', 10_000],
  ])('%j is page %j', (value, page) => {
    expect(parsePageNumber(value)).toBe(page);
  });

  test.each(['0', '-1', '01', '1.5', '2x', ' 2', '', 'two', '99999999'])(
    '%j is no page',
    (value) => {
      expect(parsePageNumber(value)).toBeNull();
    },
  );

  test('a repeated parameter is no page', () => {
    expect(parsePageNumber(['2', '3'])).toBeNull();
  });
});

describe('The number of pages', () => {
  test.each([
    [0, 1],
    [1, 1],
    [20, 1],
    [21, 2],
    [400, 20],
  ])('%j stories fill %j', (total, pages) => {
    expect(pageCountOf(total)).toBe(pages);
  });
});

describe('The address of a page', () => {
  test('of page 1 is the list itself', () => {
    expect(pageHref('/world', 1)).toBe('/world');
  });

  test('keeps the question of a search', () => {
    expect(pageHref('/search?q=a%26b', 3)).toBe('/search?q=a%26b&page=3');
  });
});

describe('Pagination', () => {
  test('shows first, last and neighbours, with gaps between', () => {
    const { pages } = buildPagination('/world', 10, 40);
    expect(pages.map((entry) => entry?.page ?? null)).toEqual([1, null, 9, 10, 11, null, 40]);
  });

  test('leads nowhere from a single page', () => {
    const { newer, older, pages } = buildPagination('/world', 1, 1);
    expect({ newer, older, count: pages.length }).toEqual({ newer: null, older: null, count: 1 });
  });

  test('leads from the second page back to the address of the list itself', () => {
    expect(buildPagination('/world', 2, 3).newer?.href).toBe('/world');
    expect(buildPagination('/world', 2, 3).older?.href).toBe('/world?page=3');
  });
});
