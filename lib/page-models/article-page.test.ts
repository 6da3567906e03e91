import { describe, expect, test } from 'vitest';
import { buildArticlePage } from './article-page';
import { sampleArticle, sampleTrail } from './sample-records';

const alone = { related: [], previous: null, next: null };

describe('An article page', () => {
  test('has one absolute canonical address, and shares that one', () => {
    const page = buildArticlePage(sampleArticle(), alone);
    expect(page.head.canonicalUrl).toMatch(/^https?:\/\/[^/]+\/world\/a-story$/);
    for (const { href } of page.share) {
      expect(href).toContain(encodeURIComponent(page.head.canonicalUrl));
    }
  });

  test('words its times with their zone', () => {
    const { published } = buildArticlePage(sampleArticle(), alone);
    expect(published).toEqual({
      iso: '2025-12-22T15:30:00.000Z',
      text: '22 December 2025 at 15:30 UTC',
    });
  });

  test('says "updated" only when the text changed after publication', () => {
    expect(buildArticlePage(sampleArticle(), alone).updated).toBeNull();
    const contentUpdatedAt = new Date('2025-12-23T09:00:00Z');
    const changed = buildArticlePage(sampleArticle({ contentUpdatedAt }), alone);
    expect(changed.updated?.text).toBe('23 December 2025 at 09:00 UTC');
  });

  test('leads to its history once it was changed or corrected', () => {
    const href = '/world/a-story/history';
    const contentUpdatedAt = new Date('2025-12-23T09:00:00Z');
    const corrections = [{ at: contentUpdatedAt, text: 'A name.' }];
    expect(buildArticlePage(sampleArticle(), alone).history).toBeNull();
    for (const fields of [{ contentUpdatedAt }, { corrections }]) {
      expect(buildArticlePage(sampleArticle(fields), alone).history?.href).toBe(href);
    }
  });

  test.each([
    [0, '1 min read'],
    [238, '1 min read'],
    [480, '2 min read'],
    [2_380, '10 min read'],
  ])('%j words are a %s', (wordCount, text) => {
    expect(buildArticlePage(sampleArticle({ wordCount }), alone).readingTime).toBe(text);
  });

  test('prefers the title that editors wrote for search engines', () => {
    const page = buildArticlePage(sampleArticle({ seoTitle: 'Short' }), alone);
    expect(page.head.title).toBe('Short – PRISM News');
    expect(page.headline).toBe('A story');
  });

  test.each([
    [{ kind: 'pinned' } as const, 'Chosen by the editors'],
    [
      { kind: 'tags', names: ['Peace Talks', 'Diplomacy'] } as const,
      'Also on Peace Talks and Diplomacy',
    ],
    [{ kind: 'tags', names: ['A', 'B', 'C', 'D'] } as const, 'Also on A, B and C'],
    [{ kind: 'text' } as const, 'On a similar subject'],
    [{ kind: 'section' } as const, 'More from World'],
  ])('gives the reason %j as words', (reason, words) => {
    const page = buildArticlePage(sampleArticle(), {
      ...alone,
      related: [{ trail: sampleTrail(), reason }],
    });
    expect(page.related[0]?.reason).toBe(words);
  });

  test('has the keys of all that it shows, each once', () => {
    const other = sampleTrail({ id: 'other' });
    const page = buildArticlePage(sampleArticle({ id: 'self' }), {
      related: [{ trail: other, reason: { kind: 'text' } }],
      previous: other,
      next: sampleTrail({ id: 'next' }),
    });
    expect(page.keys).toEqual([
      'article:self',
      'section:world',
      'tag:ukraine',
      'author:world-desk',
      'article:other',
      'article:next',
    ]);
  });

  test.each([
    ['its publication', {}, '2025-12-22T15:30:00Z'],
    [
      'the end of its embargo',
      { visibleFrom: new Date('2025-12-24T00:00:00Z') },
      '2025-12-24T00:00:00Z',
    ],
    [
      'a change of its text',
      { contentUpdatedAt: new Date('2025-12-25T00:00:00Z') },
      '2025-12-25T00:00:00Z',
    ],
    [
      'a correction',
      { corrections: [{ at: new Date('2025-12-26T00:00:00Z'), text: 'A name.' }] },
      '2025-12-26T00:00:00Z',
    ],
  ])('was last modified by %s', (_, fields, iso) => {
    expect(buildArticlePage(sampleArticle(fields), alone).modified).toEqual(new Date(iso));
  });
});
