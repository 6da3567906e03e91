import process from 'node:process';
import { publication } from '@/lib/site/publication';
import { connect, database } from '@/lib/store/client';
import { PUBLISHING_PATIENCE, publishContent } from '@/lib/store/publish-content';
import { findReadOn } from '@/lib/store/read-on-queries';
import { trailColumns, trailJoins } from '@/lib/store/trails';
import { median } from '../figure';
import { archivePart, storyAt } from '../scale/corpus';

/**
 * `compare-moments.ts N`: in the synthetic archive of N stories in DATABASE_URL, what related stories cost when
 * they are worked out at rendering, and when they are read from a table that publishing keeps. Prints
 * `Moments`. The table is the bench's own.
 */

/** Medians; times in milliseconds. */
export type Moments = Readonly<{
  /** The whole statement of the page. */
  rendered: number;
  /** The same rows from the table. */
  read: number;
  published: number;
  /** Stories that share a tag with a story that is published: its candidates, and it is one of theirs. */
  touched: number;
  /** Share of them whose list it changes, by a sample. */
  changed: number;
}>;

const PLACES = publication.relatedCount;
const ROUNDS = 40;
const PUBLISHED = 5;
const SAMPLED = 40;

const size = Number(process.argv[2]);
const now = new Date();
const db = database();

await makeTable();
const rendered: number[] = [];
const read: number[] = [];
for (let round = -2; round < ROUNDS; round += 1) {
  const { slug } = storyAt(100 + (round + 2) * 7);
  const first = await timed(() => findReadOn(slug, now, PLACES));
  const second = await timed(() => readTable(slug));
  if (round < 0) continue;
  rendered.push(first);
  read.push(second);
}

const client = connect(process.env.DATABASE_URL ?? '', PUBLISHING_PATIENCE);
const published: number[] = [];
const touched: number[] = [];
let changed = 0;
let looked = 0;
for (let round = 0; round < PUBLISHED; round += 1) {
  const { articles, ...rest } = archivePart(size + round, size + round + 1);
  const at = new Date(Date.now() - 1_000);
  const fresh = [...articles].map((story) => ({
    ...story,
    firstPublishedAt: at,
    contentUpdatedAt: at,
  }));
  const tags = fresh.flatMap(({ tags }) => [...tags]);
  const beside = await db.article.findMany({
    where: { tags: { some: { tag: { slug: { in: tags } } } } },
    select: { slug: true },
    orderBy: { id: 'asc' },
  });
  touched.push(beside.length);
  const step = Math.max(1, Math.floor(beside.length / SAMPLED));
  const sample = beside.filter((_, index) => index % step === 0).map(({ slug }) => slug);
  const before = await Promise.all(sample.map(listOf));
  published.push(
    await timed(() =>
      publishContent(
        client,
        { ...rest, articles: fresh },
        { dryRun: false, now: new Date(), pushTo: [] },
      ),
    ),
  );
  const after = await Promise.all(sample.map(listOf));
  looked += sample.length;
  changed += after.filter((list, index) => list !== before[index]).length;
}
await client.$disconnect();
await db.$executeRaw`DROP TABLE related_story`;
await db.$disconnect();
console.log(
  JSON.stringify({
    ...{ rendered: median(rendered), read: median(read), published: median(published) },
    ...{ touched: median(touched), changed: changed / looked },
  } satisfies Moments),
);

/** As many rows as there would be, for every story the four before it: what is in them costs the same. */
async function makeTable(): Promise<void> {
  await db.$executeRaw`DROP TABLE IF EXISTS related_story`;
  await db.$executeRaw`
    CREATE TABLE related_story (
      article_id uuid, position int, related_id uuid, kind text, names text[],
      PRIMARY KEY (article_id, position)
    )`;
  for (let position = 0; position < PLACES; position += 1) {
    await db.$executeRaw`
      INSERT INTO related_story
      SELECT id, ${position}, lag(id, ${position + 1}) OVER (ORDER BY id), 'tags', ARRAY['Tag 1', 'Tag 2']
      FROM article`;
  }
  await db.$executeRaw`VACUUM ANALYZE related_story`;
}

/** Related stories from the table, neighbours from their index as ever. */
function readTable(slug: string): Promise<unknown> {
  return db.$queryRaw`
    WITH self AS MATERIALIZED (
      SELECT id, section_id, visible_from FROM article
      WHERE slug = ${slug} AND visible_from <= ${now} AND (withdrawn_at IS NULL OR withdrawn_at > ${now})
    ), shown AS (
      (SELECT related_id AS id, kind, names, related_story.position FROM related_story JOIN self ON self.id = article_id)
      UNION ALL
      (SELECT beside.id, 'previous', NULL, NULL FROM self CROSS JOIN LATERAL (
         SELECT id FROM article WHERE section_id = self.section_id
           AND visible_from <= ${now} AND (withdrawn_at IS NULL OR withdrawn_at > ${now})
           AND (visible_from, id) < (self.visible_from, self.id)
         ORDER BY visible_from DESC, id DESC LIMIT 1) beside)
      UNION ALL
      (SELECT beside.id, 'next', NULL, NULL FROM self CROSS JOIN LATERAL (
         SELECT id FROM article WHERE section_id = self.section_id
           AND visible_from <= ${now} AND (withdrawn_at IS NULL OR withdrawn_at > ${now})
           AND (visible_from, id) > (self.visible_from, self.id)
         ORDER BY visible_from, id LIMIT 1) beside)
    )
    SELECT kind, names, ${trailColumns}
    FROM shown JOIN article ON article.id = shown.id ${trailJoins}
    WHERE article.visible_from <= ${now} AND (withdrawn_at IS NULL OR withdrawn_at > ${now})
    ORDER BY shown.position`;
}

async function listOf(slug: string): Promise<string> {
  const { related } = await findReadOn(slug, new Date(), PLACES);
  return related.map(({ trail }) => trail.slug).join();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
