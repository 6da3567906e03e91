import { describe, expect, test } from 'vitest';
import { buildArticlePage } from './article-page';
import { buildHead } from './head';
import { buildListPage } from './list-page';
import { sampleArticle, sampleTrail } from './sample-records';

const headOf = (parts: Partial<Parameters<typeof buildHead>[0]> = {}) =>
  buildHead({ title: 'A story', description: 'What it says.', path: '/world/a-story', ...parts });

describe('What a page says in its head', () => {
  test('puts the story first and the brand last; the front page is the brand', () => {
    expect(headOf().title).toBe('A story – PRISM News');
    expect(headOf({ title: null }).title).toBe('PRISM News');
  });

  test.each([
    [undefined, 'en_GB'],
    ['en', 'en_GB'],
    ['pt-BR', 'pt_BR'],
    ['ar', null],
    ['zh-Hant', null],
  ])('of language %j is the locale %j', (language, locale) => {
    expect(headOf(language === undefined ? {} : { language }).locale).toBe(locale);
  });

  test('a story names its card in every shape, described by its picture, else by its headline', () => {
    const alone = { related: [], previous: null, next: null };
    const image = {
      picture: { hash: '0'.repeat(32), mediaType: 'image/webp', width: 1600, height: 900 },
      alt: 'A harbour.',
      caption: null,
      credit: 'A',
      rights: null,
      focalPoint: { x: 0.5, y: 0.5 },
    } as const;
    const { images } = buildArticlePage(sampleArticle({ image }), alone).head;
    expect(images.map(({ width, height }) => [width, height])).toEqual([
      [1200, 630],
      [1200, 675],
      [1200, 900],
      [1200, 1200],
    ]);
    expect(images[0]).toEqual({
      url: expect.stringMatching(/^https?:\/\/.*\/card\/[0-9a-f-]{36}\/[0-9a-f]{16}\.png$/),
      type: 'image/png',
      width: 1200,
      height: 630,
      alt: 'A harbour.',
    });
    const plain = sampleArticle({ headline: 'A headline', socialTitle: null });
    expect(buildArticlePage(plain, alone).head.images[0]?.alt).toBe('A headline');
  });

  test.each([
    [1, true],
    [10, true],
    [11, false],
  ])('page %i of a list is to be found: %j; it is its own canonical page', (page, indexed) => {
    const built = buildListPage({
      kind: 'section',
      keys: [],
      label: 'Section',
      title: 'World',
      description: null,
      headDescription: 'World.',
      path: '/world',
      page,
      list: { trails: [sampleTrail()], total: 400 },
    });
    expect(built?.head.indexed).toBe(indexed);
    expect(built?.head.canonicalUrl).toMatch(page === 1 ? /\/world$/ : new RegExp(`page=${page}$`));
  });
});
