import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleDocument } from '@/lib/document/documents';
import { listTagTrails } from './list-queries';
import { countTagStories, listTagMonths, listVisibleTags } from './tag-queries';
import { article, content, type TestContent, tag } from './testing/build-content';
import { NOW, openStore, type TestStore } from './testing/open-store';

const at = (iso: string) => new Date(iso);
const EMBARGO_ENDS = at('2099-01-01T00:00:00Z');
const whole = (slug: string) => ({ slug, includesChildren: true });

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

describe('A tag that includes its children', () => {
  const march = { firstPublishedAt: at('2025-03-05T00:00:00Z') };
  const start = content({
    articles: [
      ...stories('of-both', 1, ['kyiv', 'lviv'], march),
      ...stories('of-the-child', 45, ['kyiv']),
      ...stories('of-itself', 1, ['ukraine', 'kyiv']),
      ...stories('held', 1, ['lviv'], { embargoedUntil: EMBARGO_ENDS }),
      ...stories('elsewhere', 2, ['paris']),
    ],
    tags: [
      tag('ukraine', { includesChildren: true }),
      tag('kyiv', { parent: 'ukraine' }),
      tag('lviv', { parent: 'ukraine' }),
      tag('paris'),
    ],
  });
  let store: TestStore;
  beforeAll(async () => {
    store = await openStore();
    await store.publish(start);
  });
  afterAll(() => store.close());

  const total = async (now = NOW) => (await listTagTrails(whole('ukraine'), now, 1)).total;

  test('has each story once, on pages that follow one another, with an honest total', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => listTagTrails(whole('ukraine'), NOW, page)),
    );
    expect(pages.map(({ trails }) => trails.length)).toEqual([20, 20, 7, 0]);
    expect(pages.map(({ total }) => total)).toEqual([47, 47, 47, 47]);
    const ids = pages.flatMap(({ trails }) => trails.map(({ id }) => id));
    expect(new Set(ids).size).toBe(47);
    expect(pages[0]?.trails[0]?.slug).toBe('of-both-0');
    expect(await total(EMBARGO_ENDS)).toBe(48);
  });

  test('is counted, and plotted, with them', async () => {
    expect(await countTagStories(['ukraine', 'kyiv', 'lviv', 'paris', 'none'], NOW)).toEqual(
      new Map([
        ['ukraine', 47],
        ['kyiv', 47],
        ['lviv', 1],
        ['paris', 2],
      ]),
    );
    expect(await listTagMonths(whole('ukraine'), NOW, 24)).toEqual([
      { start: at('2025-01-01T00:00:00Z'), count: 46 },
      { start: at('2025-03-01T00:00:00Z'), count: 1 },
    ]);
    expect(await listTagMonths(whole('ukraine'), NOW, 1)).toEqual([
      { start: at('2025-03-01T00:00:00Z'), count: 1 },
    ]);
  });

  test('stands among the tags that have stories, others do not', async () => {
    const visible = (await listVisibleTags(NOW)).map(({ slug }) => slug);
    expect(visible).toEqual(['kyiv', 'lviv', 'paris', 'ukraine']);
  });

  const without = (slug: string) => (from: TestContent) => ({
    ...from,
    articles: from.articles.map((old) =>
      article({ ...old, tags: old.tags.filter((name) => name !== slug) }),
    ),
  });
  const topics =
    (change: (of: TestContent['tags']) => TestContent['tags']) => (from: TestContent) => ({
      ...from,
      tags: change(from.tags),
    });
  const story = (slug: string, fields: Partial<ArticleDocument>) => (from: TestContent) => ({
    ...from,
    articles: from.articles.map((old) =>
      old.slug === slug ? article({ ...old, ...fields }) : old,
    ),
  });
  const topic = (slug: string, fields: Partial<TestContent['tags'][number]>) =>
    topics((of) => of.map((old) => (old.slug === slug ? { ...old, ...fields } : old)));
  const gone = { at: at('2025-04-01T00:00:00Z'), reason: 'It was wrong.' };
  const edits: readonly (readonly [string, (from: TestContent) => TestContent, number])[] = [
    ['a story withdrawn', story('of-both-0', { withdrawn: gone }), 46],
    ['a withdrawal taken back', story('of-both-0', { withdrawn: null }), 47],
    ['a story that loses one of two tags below it', story('of-both-0', { tags: ['lviv'] }), 47],
    ['a story that loses the other as well', story('of-both-0', { tags: [] }), 46],
    ['a tag that comes under it', topic('paris', { parent: 'ukraine' }), 48],
    ['a tag that leaves it', topic('paris', { parent: null }), 46],
    ['no story with the largest child', without('kyiv'), 1],
    ['its children no longer included', topic('ukraine', { includesChildren: false }), 0],
    ['its children included once more', topic('ukraine', { includesChildren: true }), 1],
    [
      'two tags in one',
      (from) => ({
        ...from,
        articles: from.articles.map((old) =>
          article({ ...old, tags: old.tags.map((name) => (name === 'paris' ? 'lviv' : name)) }),
        ),
        tags: from.tags
          .filter(({ slug }) => slug !== 'paris')
          .map((old) => (old.slug === 'lviv' ? { ...old, aliases: ['paris'] } : old)),
      }),
      3,
    ],
  ];

  test('is kept so, and its months, through every change', async () => {
    let current = start;
    for (const [what, edit, expected] of edits) {
      current = edit(current);
      await store.publish(current);
      expect(await total(), what).toBe(expected);
      expect(await keptRows(store), what).toEqual(await derivedRows(store));
      expect(await keptMonths(store), what).toEqual(await countedMonths(store));
    }
  });
});

async function keptRows({ client }: TestStore) {
  return client.$queryRaw`
    SELECT tag_id, article_id, visible_from, withdrawn_at FROM article_tree ORDER BY 1, 2`;
}

async function derivedRows({ client }: TestStore) {
  return client.$queryRaw`
    SELECT DISTINCT tree.id AS tag_id, article.id AS article_id, article.visible_from, article.withdrawn_at
    FROM tag tree JOIN tag member ON member.id = tree.id OR member.parent_id = tree.id
    JOIN article_tag ON article_tag.tag_id = member.id JOIN article ON article.id = article_id
    WHERE tree.includes_children ORDER BY 1, 2`;
}

async function keptMonths({ client }: TestStore) {
  return client.$queryRaw`
    SELECT list_id, month, stories FROM list_month
    WHERE list = 'tree' AND stories <> 0 ORDER BY list_id, month`;
}

async function countedMonths({ client }: TestStore) {
  return client.$queryRaw`
    SELECT tag_id AS list_id, month_of(visible_from) AS month, count(*)::int AS stories
    FROM article_tree WHERE withdrawn_at IS NULL GROUP BY 1, 2 ORDER BY 1, 2`;
}
