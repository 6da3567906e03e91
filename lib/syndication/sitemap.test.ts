import { expect, test } from 'vitest';
import type { Sitemap } from '@/lib/page-models/model';
import { renderSitemap } from './sitemap';

const freshness = { keys: ['sitemaps'], modified: new Date('2025-12-22T14:05:00.000Z') };
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

const pages = (entries: Sitemap['entries']) =>
  String(renderSitemap({ kind: 'sitemap', ...freshness, entries }).body)
    .replace(head, '')
    .trim();

test('A sitemap keeps its keys and its date, and is not to be found by searching', () => {
  const { body: _, ...said } = renderSitemap({ kind: 'sitemap', ...freshness, entries: [] });
  expect(said).toEqual({
    kind: 'document',
    contentType: 'application/xml; charset=utf-8',
    robots: 'noindex',
    ...freshness,
  });
});

test('Pages have their address, their date with an offset if there is one, and their pictures', () => {
  expect(
    pages([
      { url: 'https://news.example/a?b&c', modified: freshness.modified, images: [] },
      { url: 'https://news.example/d', modified: null, images: ['https://news.example/m.webp'] },
    ]),
  ).toBe(
    `<urlset ${namespace} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">` +
      '<url><loc>https://news.example/a?b&amp;c</loc><lastmod>2025-12-22T14:05:00+00:00</lastmod></url>' +
      '<url><loc>https://news.example/d</loc>' +
      '<image:image><image:loc>https://news.example/m.webp</image:loc></image:image></url></urlset>',
  );
});

test('News names the paper, its language, the date and the headline', () => {
  const news = {
    title: '“A & B” <1>',
    language: 'en',
    published: new Date('2025-12-22T14:05:01Z'),
  };
  expect(pages([{ url: 'https://news.example/a', modified: null, images: [], news }])).toBe(
    `<urlset ${namespace} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">` +
      '<url><loc>https://news.example/a</loc><news:news><news:publication>' +
      '<news:name>PRISM News</news:name><news:language>en</news:language></news:publication>' +
      '<news:publication_date>2025-12-22T14:05:01+00:00</news:publication_date>' +
      '<news:title>“A &amp; B” &lt;1&gt;</news:title></news:news></url></urlset>',
  );
});

test('An index names files, and when they changed where that is known', () => {
  const files = [
    { url: 'https://news.example/sitemap-stories-1.xml', modified: freshness.modified },
    { url: 'https://news.example/sitemap-tags-1.xml', modified: null },
  ];
  expect(renderSitemap({ kind: 'sitemapIndex', ...freshness, files }).body).toBe(
    `${head}<sitemapindex ${namespace}>` +
      '<sitemap><loc>https://news.example/sitemap-stories-1.xml</loc>' +
      '<lastmod>2025-12-22T14:05:00+00:00</lastmod></sitemap>' +
      '<sitemap><loc>https://news.example/sitemap-tags-1.xml</loc></sitemap></sitemapindex>\n',
  );
});
