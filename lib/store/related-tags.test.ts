import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleDocument } from '@/lib/document/documents';
import { listRelatedTags } from './tag-queries';
import { article, content, tag } from './testing/build-content';
import { NOW, openStore, type TestStore } from './testing/open-store';

const at = (iso: string) => new Date(iso);
const EMBARGO_ENDS = at('2099-01-01T00:00:00Z');
const own = (slug: string) => ({ slug, includesChildren: false });

/** `count` stories with these tags. */
function stories(
  name: string,
  count: number,
  tags: readonly string[],
  fields: Partial<ArticleDocument> = {},
): ArticleDocument[] {
  return Array.from({ length: count }, (_, n) =>
    article({ slug: `${name}-${n}`, tags: [...tags], ...fields }),
  );
}

describe('Related tags', () => {
  const withdrawn = { at: at('2025-02-01T00:00:00Z'), reason: 'It was wrong.' };
  /** 40 can be seen: 10 with `war`, 8 with `talks`, 30 with `world-news`. */
  const articles = [
    ...stories('both', 3, ['war', 'talks', 'world-news', 'front-line', 'kyiv', 'europe']),
    ...stories('more', 3, ['war', 'talks', 'world-news']),
    ...stories('war', 2, ['war', 'world-news', 'rumour']),
    ...stories('war-alone', 2, ['war']),
    ...stories('talks', 2, ['talks', 'world-news']),
    ...stories('news', 20, ['world-news']),
    ...stories('none', 8, []),
    ...stories('held', 5, ['war', 'rumour', 'talks'], { embargoedUntil: EMBARGO_ENDS }),
    ...stories('draft', 5, ['war', 'rumour'], { draft: true }),
    ...stories('gone', 5, ['war', 'rumour', 'talks'], { withdrawn }),
  ];
  let store: TestStore;
  beforeAll(async () => {
    store = await openStore();
    await store.publish(
      content({
        articles,
        tags: [
          tag('europe'),
          tag('war', { parent: 'europe' }),
          tag('kyiv', { parent: 'war' }),
          ...['talks', 'world-news', 'front-line', 'rumour'].map((slug) => tag(slug)),
        ],
      }),
    );
  });
  afterAll(() => store.close());

  test('come by lift, shrunk, with what chance explains and what is a rare accident left out', async () => {
    expect(await listRelatedTags(own('war'), NOW, 9)).toEqual([
      // 3 shared; expected 10 × 3 / 40 = 0.75: 3.5 / 1.25.
      { slug: 'front-line', name: 'Tag front-line', shared: 3, lift: 2.8 },
      // 6 shared; expected 10 × 8 / 40 = 2: 6.5 / 2.5.
      { slug: 'talks', name: 'Tag talks', shared: 6, lift: 2.6 },
      // Not world-news: 8 shared; expected 10 × 30 / 40 = 7.5: 8.5 / 8. Not rumour: 2 shared that can be seen.
    ]);
  });

  test('are neither the tag itself nor those above and below it', async () => {
    const related = await listRelatedTags(own('war'), NOW, 9);
    expect(related.map(({ slug }) => slug)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:war|europe|kyiv)$/)]),
    );
    expect((await listRelatedTags(own('kyiv'), NOW, 9)).map(({ slug }) => slug)).toContain(
      'europe',
    );
  });

  test('are told apart from an embargo’s end on, and no earlier', async () => {
    const later = await listRelatedTags(own('war'), EMBARGO_ENDS, 9);
    // 45 can be seen, 15 with war, 7 with rumour; 7 shared; expected 15 × 7 / 45 = 7/3: 7.5 / (7/3 + 1/2).
    const rumour = later.find(({ slug }) => slug === 'rumour');
    expect(rumour?.shared).toBe(7);
    expect(rumour?.lift).toBeCloseTo(7.5 / (7 / 3 + 0.5), 10);
  });

  test('are none of a tag without stories, or of none', async () => {
    expect(await listRelatedTags(own('nothing'), NOW, 9)).toEqual([]);
  });
});
