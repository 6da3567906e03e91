import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  findLatestWithdrawal,
  listArchivedYears,
  listChangedLists,
  listChangedPeriods,
  listNameSitemaps,
  listNews,
  listSitemapNames,
  listSitemapStories,
  listStorySitemaps,
  storiesPerSitemap,
} from './sitemap-queries';
import { article, author, content, imageOf, page, picture } from './testing/build-content';
import { readsOf } from './testing/explain-queries';
import { NOW, openStore, type TestStore } from './testing/open-store';

const at = (iso: string) => new Date(iso);
const photo = picture('photo');
const withdrawn = (iso: string) => ({ at: at(iso), reason: 'It was wrong.' });
/** Of 8 KB, a read of the same one counted again: a file of 2,500 stories, or a year of 366 days. */
const MOST_BUFFERS = 2_000;
const EMBARGO_ENDS = at('2025-07-01T00:00:00Z');

const paper = content({
  articles: [
    article({ slug: 'plain', tags: ['common'], contentUpdatedAt: at('2025-02-01T00:00:00Z') }),
    article({ slug: 'pictured', image: imageOf(photo) }),
    article({
      slug: 'corrected',
      section: 'politics',
      corrections: [{ at: at('2025-04-01T00:00:00Z'), text: 'A name was misspelt.' }],
    }),
    article({
      slug: 'embargoed',
      tags: ['hidden'],
      authors: ['hidden-desk'],
      firstPublishedAt: at('2023-03-01T00:00:00Z'),
      embargoedUntil: EMBARGO_ENDS,
    }),
    article({ slug: 'withdrawn', withdrawn: withdrawn('2025-05-01T00:00:00Z') }),
    article({ slug: 'to-go', withdrawn: withdrawn('2025-08-01T00:00:00Z') }),
    article({ slug: 'old', firstPublishedAt: at('2021-12-31T23:59:59Z') }),
    article({ slug: 'fresh', firstPublishedAt: at('2025-05-31T00:00:00Z') }),
  ],
  authors: [author('world-desk'), author('hidden-desk')],
  pages: [page('about', { contentUpdatedAt: at('2025-01-07T00:00:00Z') })],
  pictures: new Map([[photo.picture.hash, photo]]),
});

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(paper);
});
afterAll(() => store.close());

const slugsOf = (rows: readonly Readonly<{ slug: string }>[]) => rows.map(({ slug }) => slug);

describe('A sitemap of stories', () => {
  test('names those that readers can see now, with their pictures and when they last changed', async () => {
    const stories = await listSitemapStories(1, NOW);
    expect(slugsOf(stories).sort()).toEqual(
      ['corrected', 'fresh', 'old', 'pictured', 'plain', 'to-go'].sort(),
    );
    const of = (slug: string) => stories.find((story) => story.slug === slug);
    expect(of('plain')).toMatchObject({ sectionSlug: 'world', pictures: [] });
    expect(of('plain')?.changed).toEqual(at('2025-02-01T00:00:00Z'));
    expect(of('corrected')?.changed).toEqual(at('2025-04-01T00:00:00Z'));
    const { hash, width, height } = photo.picture;
    expect(of('pictured')?.pictures).toEqual([{ hash, width, height }]);
  });

  test('gains a story with the end of its embargo, and loses one with its withdrawal', async () => {
    expect(slugsOf(await listSitemapStories(1, EMBARGO_ENDS))).toContain('embargoed');
    const later = await listSitemapStories(1, at('2025-08-01T00:00:00Z'));
    expect(slugsOf(later)).not.toContain('to-go');
  });

  test('has changed when one of its stories did, was corrected, came to be seen or was withdrawn', async () => {
    const changedAt = async (now: Date) => (await listStorySitemaps(now))[0]?.changed;
    expect(await listStorySitemaps(NOW)).toEqual([
      { number: 1, changed: at('2025-05-31T00:00:00Z') },
    ]);
    expect(await findLatestWithdrawal(1, NOW)).toEqual(at('2025-05-01T00:00:00Z'));
    expect(await changedAt(at('2025-05-02T00:00:00Z'))).toEqual(at('2025-05-01T00:00:00Z'));
    expect(await changedAt(at('2025-04-02T00:00:00Z'))).toEqual(at('2025-04-01T00:00:00Z'));
    expect(await changedAt(EMBARGO_ENDS)).toEqual(EMBARGO_ENDS);
    expect(await changedAt(at('2025-08-01T00:00:00Z'))).toEqual(at('2025-08-01T00:00:00Z'));
  });

  test('is not there before the first story', async () => {
    expect(await listStorySitemaps(at('2020-01-01T00:00:00Z'))).toEqual([]);
    expect(await listSitemapStories(2, NOW)).toEqual([]);
  });
});

test('Tags and authors are named when readers can see a story of theirs', async () => {
  expect(await listSitemapNames('tag', 1, NOW)).toEqual(['common']);
  expect(await listSitemapNames('author', 1, NOW)).toEqual(['world-desk']);
  expect(await listSitemapNames('tag', 1, EMBARGO_ENDS)).toEqual(['common', 'hidden']);
  expect(await listNameSitemaps('tag', NOW)).toEqual([1]);
  expect(await listNameSitemaps('author', at('2020-01-01T00:00:00Z'))).toEqual([]);
});

test('Sections, pages, archive and corrections have the date of what they show first', async () => {
  const lists = await listChangedLists(NOW);
  expect(lists).toEqual([
    { kind: 'section', slug: 'world', changed: at('2025-05-31T00:00:00Z') },
    { kind: 'section', slug: 'politics', changed: at('2025-01-01T00:00:00Z') },
    { kind: 'archive', slug: '', changed: at('2025-05-31T00:00:00Z') },
    { kind: 'corrections', slug: '', changed: at('2025-04-01T00:00:00Z') },
    { kind: 'page', slug: 'about', changed: at('2025-01-07T00:00:00Z') },
  ]);
});

test('The archive has the years, months and days of what can be seen, and no others', async () => {
  expect(await listArchivedYears(NOW)).toEqual([2021, 2025]);
  expect(await listArchivedYears(EMBARGO_ENDS)).toEqual([2021, 2023, 2025]);
  const periods = await listChangedPeriods(2025, NOW);
  expect(
    periods.map(({ unit, start, changed }) => [
      unit,
      start.toISOString().slice(0, 10),
      changed.toISOString().slice(0, 10),
    ]),
  ).toEqual([
    ['year', '2025-01-01', '2025-05-31'],
    ['month', '2025-01-01', '2025-02-01'],
    ['day', '2025-01-01', '2025-02-01'],
    ['month', '2025-05-01', '2025-05-31'],
    ['day', '2025-05-31', '2025-05-31'],
  ]);
  expect(await listChangedPeriods(2023, NOW)).toEqual([]);
});

test('News is what was first published since, newest first, a page at a time', async () => {
  const news = await listNews(at('2025-05-30T12:00:00Z'), NOW, 1, 10);
  expect(slugsOf(news.stories)).toEqual(['fresh']);
  expect(news.total).toBe(1);
  const all = await listNews(at('2020-01-01T00:00:00Z'), EMBARGO_ENDS, 2, 2);
  expect([all.stories.length, all.total]).toEqual([2, 7]);
  const none = await listNews(at('2023-01-01T00:00:00Z'), at('2023-06-01T00:00:00Z'), 1, 10);
  expect(none).toEqual({ stories: [], total: 0 });
});

describe('In a paper of many stories', () => {
  const files = 4;

  beforeAll(async () => {
    // As many rows as the indexes are for; of words there are none, nor of their indexes.
    await store.client
      .$executeRaw`DROP INDEX article_search_vector_idx, article_slug_trgm_idx, article_headline_trgm_idx`;
    for (let file = 0; file < files; file += 1) {
      await store.client.$executeRaw`
        INSERT INTO article (id, slug, section_id, headline, standfirst, language, body, body_text,
          word_count, first_published_at, content_updated_at, visible_from, content_hash, file)
        SELECT gen_random_uuid(), 'many-' || n, (SELECT min(id) FROM section), 'Many', 'One.',
          'en', '[]', '', 0, day, day, day, repeat('0', 64), 'many.md'
        FROM generate_series(${file * storiesPerSitemap}::int, ${(file + 1) * storiesPerSitemap - 1}::int) n,
          LATERAL (SELECT timestamptz '2015-01-01Z' + n * interval '1 hour' AS day) published`;
    }
    await store.client.$executeRaw`ANALYZE article`;
  });

  test('each file holds as many as the database counts to it, and a number is given once', async () => {
    const [edges] = await store.client.$queryRaw<{ last: number; first: number }[]>`
      SELECT sitemap_of(${storiesPerSitemap}::int) AS last,
             sitemap_of(${storiesPerSitemap + 1}::int) AS first`;
    expect(edges).toEqual({ last: 1, first: 2 });
    const counted = await Promise.all([2, 3].map((number) => listSitemapStories(number, NOW)));
    expect(counted.map(({ length }) => length)).toEqual([storiesPerSitemap, storiesPerSitemap]);
    const [numbers] = await store.client.$queryRaw<{ count: number; highest: number }[]>`
      SELECT count(*)::int AS count, max(number) AS highest FROM article`;
    expect(numbers?.highest).toBe(numbers?.count);
  });

  test('a closed file stays as it is, whatever is published after it', async () => {
    const before = await Promise.all([1, 2].map((number) => listSitemapStories(number, NOW)));
    await store.publish({
      ...paper,
      articles: [
        ...paper.articles,
        article({ slug: 'new', firstPublishedAt: at('2016-01-01T00:00:00Z') }),
        article({ slug: 'new-and-hidden', embargoedUntil: EMBARGO_ENDS }),
      ],
    });
    const after = await Promise.all([1, 2].map((number) => listSitemapStories(number, NOW)));
    expect(after).toEqual(before);
    expect(slugsOf(await listSitemapStories(files + 1, NOW))).toContain('new');
  });

  test('a story that is changed, re-dated, renamed or withdrawn stays in its file, in its place', async () => {
    const slugs = slugsOf(await listSitemapStories(1, NOW));
    const edited = (fields: Partial<ReturnType<typeof article>>) => ({
      ...paper,
      articles: paper.articles.map((story) =>
        story.slug === 'old' ? article({ ...story, ...fields }) : story,
      ),
    });
    await store.publish(
      edited({ slug: 'older', aliases: ['old'], firstPublishedAt: at('2012-06-01T00:00:00Z') }),
    );
    const renamed = slugsOf(await listSitemapStories(1, NOW));
    expect(renamed).toEqual(slugs.map((slug) => (slug === 'old' ? 'older' : slug)));
    await store.publish(
      edited({ slug: 'older', aliases: ['old'], withdrawn: withdrawn('2025-05-02T00:00:00Z') }),
    );
    const left = slugsOf(await listSitemapStories(1, NOW));
    expect(left).toEqual(slugs.filter((slug) => slug !== 'old'));
    await store.publish(paper);
    expect(slugsOf(await listSitemapStories(1, NOW))).toEqual(slugs);
  });

  test('a dry run takes no number', async () => {
    const highest = () => store.client.article.aggregate({ _max: { number: true } });
    const before = await highest();
    const more = [...paper.articles, article({ slug: 'tried' })];
    await store.publish({ ...paper, articles: more }, { dryRun: true });
    expect(await highest()).toEqual(before);
  });

  const statements: readonly (readonly [what: string, read: () => Promise<unknown>])[] = [
    ['the files of the stories', () => listStorySitemaps(NOW)],
    ['one of them', () => listSitemapStories(4, NOW)],
    ['its withdrawals', () => findLatestWithdrawal(4, NOW)],
    ['the years', () => listArchivedYears(NOW)],
    ['a year', () => listChangedPeriods(2016, NOW)],
    ['sections and pages', () => listChangedLists(NOW)],
    ['the files of tags', () => listNameSitemaps('tag', NOW)],
    ['one of those', () => listSitemapNames('tag', 1, NOW)],
    ['the news', () => listNews(at('2025-05-30T12:00:00Z'), NOW, 1, 1000)],
  ];

  test.each(statements)('%s: stories are read by index, and few of them', async (_, read) => {
    const reads = await readsOf(store.url, read);
    const ofStories = reads.filter(({ table }) => table === 'article');
    expect(ofStories).not.toEqual([]);
    for (const { how, buffers } of ofStories) {
      expect(how).toMatch(/Index|Bitmap Heap Scan/);
      expect(buffers).toBeLessThan(MOST_BUFFERS);
    }
  });
});
