import { expect, test } from 'vitest';
import { parseSitemapName, type SitemapFile, sitemapName, sitemapPath } from './sitemap-files';

test.each([
  [{ kind: 'pages' }, '/sitemap-pages.xml'],
  [{ kind: 'stories', number: 1 }, '/sitemap-stories-1.xml'],
  [{ kind: 'tags', number: 12 }, '/sitemap-tags-12.xml'],
  [{ kind: 'authors', number: 3 }, '/sitemap-authors-3.xml'],
  [{ kind: 'archive', number: 2025 }, '/sitemap-archive-2025.xml'],
  [{ kind: 'news', number: 2 }, '/sitemap-news-2.xml'],
] as readonly (readonly [SitemapFile, string])[])('%o stands at %s', (file, path) => {
  expect(sitemapPath(file)).toBe(path);
  expect(parseSitemapName(sitemapName(file))).toEqual(file);
});

test.each([
  ...['', 'stories', 'stories-0', 'stories-01', 'stories-1-2', 'stories-1234567', 'stories--1'],
  ...['archive-25', 'archive-12025', 'pages-1', 'PAGES', 'sections-1', 'tags-1.5', ' pages'],
])('There is no file “%s”', (name) => {
  expect(parseSitemapName(name)).toBeNull();
});
