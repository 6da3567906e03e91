import { expect, test } from 'vitest';
import { buildNewsSitemap, newsLanguage, newsSince } from './news-sitemap';

test('News lasts 48 hours', () => {
  const now = new Date('2025-12-24T10:30:00Z');
  expect(newsSince(now)).toEqual(new Date('2025-12-22T10:30:00Z'));
});

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['uk', 'uk'],
  ['ast-ES', 'ast'],
  ['zh', 'zh-cn'],
  ['zh-Hans', 'zh-cn'],
  ['zh-TW', 'zh-tw'],
  ['zh-HK', 'zh-tw'],
])('The language %s is named %s', (tag, named) => {
  expect(newsLanguage(tag)).toBe(named);
});

test('The news has no date of its own: it loses stories by itself', () => {
  const [date, changed] = [new Date('2025-12-22T14:05:00Z'), new Date('2025-12-22T15:00:00Z')];
  const story = { slug: 'a', sectionSlug: 'world', headline: 'A', language: 'en-GB' };
  const { entries, modified } = buildNewsSitemap([{ ...story, firstPublishedAt: date, changed }]);
  expect(modified).toBeNull();
  expect(entries).toEqual([
    {
      url: 'http://localhost:3000/world/a',
      modified: changed,
      images: [],
      news: { title: 'A', language: 'en', published: date },
    },
  ]);
});

test('On a quiet day the front page stands in it, since a sitemap names one page at least', () => {
  expect(buildNewsSitemap([]).entries).toEqual([
    { url: 'http://localhost:3000/', modified: null, images: [] },
  ]);
});
