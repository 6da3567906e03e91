import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from './client';
import { type SearchQuestion, searchArticles } from './search-queries';
import { MOST_READ } from './search-reach';
import { MOST_RANKED } from './search-statement';
import { content, section, tag } from './testing/build-content';
import { readsOf } from './testing/explain-queries';
import { NOW, openStore, type TestStore } from './testing/open-store';
import { asking } from './testing/search-question';

const STORIES = 20_000;
const WORDS = 50_000;

/** Milliseconds. */
const FILLING_PATIENCE = 120_000;

/** Tables that grow with the paper. */
const GROWING = ['article', 'article_tag', 'word'];

/**
 * Rows that one part of a statement may look at in one table: where every second story has the word, two for each
 * that is ranked. All that have it would be ten times as many as are ranked.
 */
const MOST_ROWS = 4 * MOST_RANKED;

/** The same of a phrase, of two words that the same half of all stories has; and a month is whole. */
const MOST_ROWS_OF_PHRASE = 2 * MOST_READ + 31 * 24;

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.publish(
    content({
      sections: [section('world'), section('small')],
      tags: [
        tag('large'),
        tag('rare'),
        tag('parent', { includesChildren: true }),
        tag('child', { parent: 'parent' }),
      ],
    }),
  );
  const client = connect(store.url, FILLING_PATIENCE);
  // Of addresses and headlines nothing is asked here.
  await client.$executeRaw`DROP INDEX article_slug_trgm_idx, article_headline_trgm_idx`;
  // Of beginnings Postgres's statistics tell something when it knows a hundred words that are common.
  // Every second story is of a harbour, every 4,000th of a lighthouse; every hundredth is in the small section.
  // Every 500th has the words of many in an order of its own; every 15th has two that no other has.
  await client.$executeRaw`
    INSERT INTO article (id, slug, section_id, headline, standfirst, language, body, body_text,
      word_count, first_published_at, content_updated_at, visible_from, content_hash, file)
    SELECT gen_random_uuid(), 'many-' || n,
      (SELECT id FROM section WHERE slug = CASE WHEN n % 100 = 0 THEN 'small' ELSE 'world' END),
      'Many', 'One.', 'en', '[]',
      concat_ws(' ', 'Story', n, CASE WHEN n / 100 % 2 = 0 THEN 'harbour open' END,
        CASE WHEN n % 4000 = 0 THEN 'lighthouse' END, everyday,
        CASE WHEN n % 500 = 50 THEN 'open harbour' END,
        CASE WHEN n % 15 = 3 THEN 'prime minister' END),
      3, day, day, day, repeat('0', 64), 'many.md'
    FROM generate_series(1, ${STORIES}::int) n,
      LATERAL (SELECT timestamptz '2015-01-01Z' + n * interval '1 hour' AS day) published,
      LATERAL (
        SELECT string_agg(translate(md5(((n * 7 + k) % 300)::text), '0123456789', 'ghijklmnop'), ' ') AS everyday
        FROM generate_series(1, 8) k
      ) words`;
  await client.$executeRaw`
    INSERT INTO article_tag (article_id, tag_id, position)
    SELECT article.id, tag.id, 0 FROM article JOIN tag ON tag.slug =
      CASE WHEN number % 1000 = 1 THEN 'rare' WHEN number % 5 = 0 THEN 'child' WHEN number % 5 = 1 THEN 'parent' ELSE 'large' END`;
  await client.$executeRaw`
    INSERT INTO word SELECT DISTINCT translate(md5(n::text), '0123456789', 'ghijklmnop')
    FROM generate_series(1, ${WORDS}::int) n`;
  await client.$executeRaw`INSERT INTO word VALUES ('harbour'), ('lighthouse')`;
  await client.$executeRaw`VACUUM ANALYZE`;
  await client.$disconnect();
}, FILLING_PATIENCE);
afterAll(() => store.close());

const day = (year: number) => new Date(Date.UTC(year, 0, 1));

const searches: readonly (readonly [what: string, total: number, question: SearchQuestion])[] = [
  ['a word in half the stories', MOST_RANKED, asking('harbour')],
  ['the same, newest first', MOST_RANKED, asking('harbour', { order: 'date' })],
  ['a rare word', 5, asking('lighthouse')],
  ['a rare and a common word', 5, asking('lighthouse harbour')],
  ['a phrase of common words, since a month', 501, asking('"harbour open"')],
  ['a phrase of common words in a large tag', 3, asking('"open harbour"', { tag: 'parent' })],
  ['either of two', MOST_RANKED, asking('lighthouse or harbour')],
  ['what is only excluded', MOST_RANKED, asking('-lighthouse')],
  ['a common word in a small section', 100, asking('harbour', { section: 'small' })],
  ['a common word in a large section', MOST_RANKED, asking('harbour', { section: 'world' })],
  ['a common word of a large tag', MOST_RANKED, asking('harbour', { tag: 'large' })],
  ['a common word of a rare tag', 20, asking('harbour', { tag: 'rare' })],
  ['a common word of a tag with children', MOST_RANKED, asking('harbour', { tag: 'parent' })],
  [
    'a common word of old days',
    MOST_RANKED,
    asking('harbour', { from: day(2015), until: day(2016) }),
  ],
  ['a rare word of new days', 3, asking('lighthouse', { from: day(2016) })],
  ['the beginning of a common word', MOST_RANKED, asking('harbo')],
  ['the beginning of a rare word', 5, asking('lightho')],
  ['a rare word that is elsewhere', 0, asking('lighthouse', { until: day(2015) })],
  ['a common word that is elsewhere', 0, asking('harbour', { until: day(2015) })],
  ['a misspelt word', 0, asking('lighthuose')],
  ['a word like none', 0, asking('xyzzyplugh')],
];

describe('In a paper of many stories', () => {
  test.each(searches)('%s: no table that grows is read whole', async (_, total, question) => {
    let found = -1;
    const reads = await readsOf(store.url, async () => {
      found = (await searchArticles(question, NOW, 1)).total;
    });
    expect(found).toBe(total);
    const ofGrowing = reads.filter(({ table }) => GROWING.includes(table));
    expect(ofGrowing).not.toEqual([]);
    for (const { how, table, rows } of ofGrowing) {
      expect(`${how} of ${table}`).toMatch(/Index|Bitmap Heap Scan/);
      expect(rows, `${how} of ${table}`).toBeLessThan(MOST_ROWS);
    }
  });

  test('words that keep company are known to be together as often as they are', async () => {
    const found = await searchArticles(asking('"minister prime"'), NOW, 1);
    expect(found.total).toBe(0);
    expect(found.since).not.toBeNull();
  });

  test('a rare phrase of common words is searched for in parts, which leave no story out', async () => {
    const parts: number[] = [];
    let until: Date | null = null;
    do {
      const part: SearchQuestion = asking('"open harbour"', { until });
      const reads = await readsOf(store.url, async () => {
        const found = await searchArticles(part, NOW, 1);
        parts.push(found.total);
        until = found.since;
      });
      for (const { how, table, rows } of reads) {
        expect(rows, `${how} of ${table}`).toBeLessThan(MOST_ROWS_OF_PHRASE);
      }
    } while (until !== null);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.reduce((sum, found) => sum + found, 0)).toBe(STORIES / 500);
  });
});
