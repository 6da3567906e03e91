import { afterAll, beforeAll, expect, test } from 'vitest';
import { Prisma } from './generated/client';
import { article, content, imageOf, picture, tag } from './testing/build-content';
import { NOW, openStore, type TestStore } from './testing/open-store';

let store: TestStore;
const photo = picture('photo');
beforeAll(async () => {
  store = await openStore();
  await store.publish(
    content({
      articles: [
        article({
          slug: 'story',
          tags: ['ukraine'],
          aliases: ['old-story'],
          image: imageOf(photo),
        }),
        article({ slug: 'other' }),
      ],
      tags: [tag('ukraine', { aliases: ['ukraine-war'] })],
      pictures: new Map([[photo.picture.hash, photo]]),
    }),
  );
});
afterAll(() => store.close());

test.each([
  [
    'a slug in capitals',
    "UPDATE article SET slug = 'Story' WHERE slug = 'story'",
    'article_slug_form',
  ],
  ['a slug with two hyphens', "UPDATE tag SET slug = 'a--b'", 'tag_slug_form'],
  ['an empty headline', "UPDATE article SET headline = ''", 'article_headline_filled'],
  [
    'a visible_from that is not the later of publication and embargo',
    "UPDATE article SET embargoed_until = first_published_at + interval '1 day'",
    'article_visible_from_later_of_two',
  ],
  [
    'an update before publication',
    "UPDATE article SET content_updated_at = first_published_at - interval '1 day'",
    'article_updated_after_published',
  ],
  [
    'a withdrawal without a reason',
    'UPDATE article SET withdrawn_at = now()',
    'article_withdrawn_with_reason',
  ],
  [
    'half an image',
    'UPDATE article SET image_alt = NULL WHERE image_hash IS NOT NULL',
    'article_image_all_or_none',
  ],
  [
    'a focal point outside',
    'UPDATE article SET image_focal_x = 1.5 WHERE image_hash IS NOT NULL',
    'article_image_focal_point_inside',
  ],
  ['a body that is no list', `UPDATE article SET body = '{}'`, 'article_body_is_blocks'],
  ['a negative word count', 'UPDATE article SET word_count = -1', 'article_word_count_counts'],
  ['a wrong content hash', "UPDATE article SET content_hash = 'x'", 'article_content_hash_form'],
  [
    'a story that pins itself',
    'INSERT INTO related_pin SELECT id, 0, id FROM article',
    'related_pin_is_another',
  ],
  ['a tag that is its own parent', 'UPDATE tag SET parent_id = id', 'tag_parent_is_another'],
  ['bytes of another picture', "UPDATE media SET bytes = '\\x00'", 'media_hash_is_of_bytes'],
  [
    'a rendition of no known format',
    "INSERT INTO rendition SELECT hash, '640.gif', '\\x00' FROM media",
    'rendition_name_form',
  ],
  [
    'a rendition without bytes',
    "INSERT INTO rendition SELECT hash, '640.avif', '' FROM media",
    'rendition_bytes_filled',
  ],
  ['a section with stories being deleted', 'DELETE FROM section', 'foreign key constraint'],
  ['a story with revisions being deleted', 'DELETE FROM article', 'foreign key constraint'],
  [
    'an old slug that is alive',
    "UPDATE article SET slug = 'old-story' WHERE slug = 'other'",
    'already in old_slug',
  ],
  ['a living slug that is old', "UPDATE old_slug SET slug = 'story'", 'already in article'],
  ['a tag named like an alias', "UPDATE tag SET slug = 'ukraine-war'", 'already in tag_alias'],
  ['an alias named like a tag', "UPDATE tag_alias SET slug = 'ukraine'", 'already in tag'],
  ['a changed revision', 'UPDATE revision SET number = 9', 'never changed or deleted'],
  ['a deleted revision', 'DELETE FROM revision', 'never changed or deleted'],
  ['a second edition', 'INSERT INTO edition VALUES (2, 0, now())', 'edition_is_one'],
  ['an edition before the first', 'UPDATE edition SET version = -1', 'edition_version_counts'],
  [
    'an hour that is none',
    "INSERT INTO reading SELECT '2025-01-01T10:30:00Z', id, 1, 1, section_id FROM article",
    'reading_begins_with_its_period',
  ],
  [
    'a day that is none',
    "INSERT INTO reading SELECT '2025-01-01T10:00:00Z', id, 1, 24, section_id FROM article",
    'reading_begins_with_its_period',
  ],
  [
    'readings of half a day',
    "INSERT INTO reading SELECT '2025-01-01T12:00:00Z', id, 1, 12, section_id FROM article",
    'reading_is_of_an_hour_or_a_day',
  ],
  [
    'a reading by nobody',
    "INSERT INTO reading SELECT '2025-01-01T10:00:00Z', id, 0, 1, section_id FROM article",
    'reading_readings_positive',
  ],
  [
    'something told before it is due',
    "INSERT INTO outbox (target, subject, due_at, state, sent_at) VALUES ('https://hub.example/', '/a', '2025-06-02Z', 'sent', '2025-06-01Z')",
    'outbox_sent_not_before_due',
  ],
  [
    'something tried again before it is due',
    "INSERT INTO outbox (target, subject, due_at, retry_at) VALUES ('https://hub.example/', '/a', '2025-06-02Z', '2025-06-01Z')",
    'outbox_retry_not_before_due',
  ],
  [
    'something sent at no time',
    "INSERT INTO outbox (target, subject, due_at, state) VALUES ('https://hub.example/', '/a', now(), 'sent')",
    'outbox_sent_with_instant',
  ],
  [
    'something refused without a reason',
    "INSERT INTO outbox (target, subject, due_at, state) VALUES ('https://hub.example/', '/a', now(), 'refused')",
    'outbox_failed_with_reason',
  ],
  [
    'a state that nobody knows',
    "INSERT INTO outbox (target, subject, due_at, state) VALUES ('https://hub.example/', '/a', now(), 'lost')",
    'outbox_state_known',
  ],
  [
    'an address of another site',
    "INSERT INTO outbox (target, subject, due_at) VALUES ('https://hub.example/', 'https://evil.example/', now())",
    'outbox_subject_is_path',
  ],
  [
    'the same waiting twice',
    "INSERT INTO outbox (target, subject, due_at) SELECT 'https://hub.example/', '/a', '2025-06-02Z' FROM generate_series(1, 2)",
    'outbox_open_key',
  ],
  ['revisions cut off', 'TRUNCATE revision', 'never changed or deleted'],
])('The database refuses %s', async (_, statement, words) => {
  await expect(store.client.$executeRaw(Prisma.raw(statement))).rejects.toThrow(words);
});

test('Every index says which query it serves', async () => {
  const silent = await store.client.$queryRaw<{ name: string }[]>`
    SELECT index.indexrelid::regclass::text AS name
    FROM pg_index index JOIN pg_class relation ON relation.oid = index.indrelid
    WHERE relation.relnamespace = 'public'::regnamespace AND relation.relname <> '_prisma_migrations'
      AND NOT index.indisprimary AND obj_description(index.indexrelid, 'pg_class') IS NULL`;
  expect(silent).toEqual([]);
});

test('Names stand in their lists where their story stands, whoever moves it', async () => {
  const { client } = store;
  const moved = { visibleFrom: new Date('2031-05-01T00:00:00Z'), withdrawnAt: NOW };
  const strayed = async () => {
    const [counted] = await client.$queryRaw<{ links: number; strayed: number }[]>`
      SELECT count(*)::int AS links, count(*) FILTER (
        WHERE (link.visible_from, link.withdrawn_at) IS DISTINCT FROM (article.visible_from, article.withdrawn_at)
      )::int AS strayed
      FROM (
        SELECT article_id, visible_from, withdrawn_at FROM article_tag
        UNION ALL SELECT article_id, visible_from, withdrawn_at FROM article_author
      ) link JOIN article ON article.id = link.article_id`;
    return counted;
  };
  expect(await strayed()).toEqual({ links: expect.any(Number), strayed: 0 });
  expect((await strayed())?.links).toBeGreaterThan(1);
  await client.$executeRaw`
    UPDATE article SET embargoed_until = ${moved.visibleFrom}, visible_from = ${moved.visibleFrom},
      withdrawn_at = ${moved.withdrawnAt}, withdrawn_reason = 'Wrong.'`;
  expect((await strayed())?.strayed).toBe(0);
});
