import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  article,
  author,
  content,
  imageOf,
  page,
  picture,
  section,
  tag,
} from './testing/build-content';
import { openStore, type TestStore } from './testing/open-store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const photo = picture('photo');
const pictures = new Map([[photo.picture.hash, photo]]);

/** Everything that a content folder can hold, at least once. */
const full = content({
  articles: [
    article({
      slug: 'first',
      tags: ['ukraine', 'diplomacy'],
      aliases: ['first-draft'],
      related: ['second'],
      image: imageOf(photo),
      corrections: [{ at: new Date('2025-01-02T00:00:00Z'), text: 'A name was misspelt.' }],
      embargoedUntil: new Date('2025-01-03T00:00:00Z'),
    }),
    article({
      slug: 'second',
      section: 'politics',
      tags: ['ukraine'],
      withdrawn: { at: new Date('2025-02-01T00:00:00Z'), reason: 'It was wrong.' },
    }),
  ],
  tags: [tag('diplomacy', { aliases: ['talks'] }), tag('ukraine', { parent: 'diplomacy' })],
  pages: [page('about')],
  front: { lead: 'first', featured: ['second'] },
  pictures,
});

/** Rows written in this database since it was made. */
async function rowsWritten(): Promise<number> {
  await store.client.$executeRaw`SELECT pg_stat_force_next_flush()`;
  const [row] = await store.client.$queryRaw<{ written: bigint }[]>`
    SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) AS written FROM pg_stat_user_tables`;
  return Number(row?.written);
}

test('A second run writes no row and says that nothing changed', async () => {
  const first = await store.publish(full);
  const before = await rowsWritten();
  const second = await store.publish(full);
  expect(first.anythingChanged).toBe(true);
  expect(first.articles.created).toEqual(['first', 'second']);
  expect(first.picturesAdded).toBe(1);
  expect(second.anythingChanged).toBe(false);
  expect(second.articles.unchanged).toEqual(['first', 'second']);
  expect(before).toBeGreaterThan(20);
  expect(await rowsWritten()).toBe(before);
});

test('A dry run tells what would change and leaves nothing', async () => {
  const report = await store.publish(full, { dryRun: true });
  expect(report.articles.created).toEqual(['first', 'second']);
  expect(await store.client.article.count()).toBe(0);
  expect(await store.client.section.count()).toBe(0);
  expect(await store.client.media.count()).toBe(0);
});

test('When anything fails, nothing is published', async () => {
  const wrong = article({ slug: 'wrong', contentUpdatedAt: new Date('2024-01-01T00:00:00Z') });
  await expect(store.publish({ ...full, articles: [...full.articles, wrong] })).rejects.toThrow(
    'article_updated_after_published',
  );
  expect(await store.client.article.count()).toBe(0);
  expect(await store.client.tag.count()).toBe(0);
});

test('A changed story keeps its id, replaces its parts and gains a revision', async () => {
  await store.publish(full);
  const find = () => store.client.article.findUniqueOrThrow({ where: { slug: 'first' } });
  const before = await find();
  const changed = article({ slug: 'first', headline: 'Better', tags: ['diplomacy'] });
  const report = await store.publish({ ...full, articles: [changed, ...full.articles.slice(1)] });
  expect(report.articles.updated).toEqual(['first']);
  expect(report.articles.unchanged).toEqual(['second']);
  const after = await find();
  expect(after.id).toBe(before.id);
  expect(after.headline).toBe('Better');
  expect(await store.client.correction.count()).toBe(0);
  const revisions = await store.client.revision.findMany({
    where: { articleId: before.id },
    orderBy: { number: 'asc' },
  });
  expect(revisions.map(({ number }) => number)).toEqual([1, 2]);
  expect(revisions[0]?.document).toMatchObject({ headline: 'Headline of first' });
});

test('A story that is only set anew is written once, and keeps its dates', async () => {
  const typed = article({ slug: 'story', headline: 'It\'s "so"', bodyText: 'On 22 December.' });
  const set = article({ slug: 'story', headline: 'It’s “so”', bodyText: 'On 22\u00a0December.' });
  await store.publish(content({ articles: [typed] }));
  const find = () => store.client.article.findUniqueOrThrow({ where: { slug: 'story' } });
  const before = await find();
  const report = await store.publish(content({ articles: [set] }));
  expect(report.articles.updated).toEqual(['story']);
  expect(await find()).toMatchObject({
    headline: 'It’s “so”',
    firstPublishedAt: before.firstPublishedAt,
    contentUpdatedAt: before.contentUpdatedAt,
    visibleFrom: before.visibleFrom,
  });
  expect(await store.client.correction.count()).toBe(0);
  expect(await store.client.revision.count()).toBe(2);
  const rows = await rowsWritten();
  expect((await store.publish(content({ articles: [set] }))).anythingChanged).toBe(false);
  expect(await rowsWritten()).toBe(rows);
});

test('A renamed story keeps its id, and its old slug leads to it', async () => {
  await store.publish(content({ articles: [article({ slug: 'before' })] }));
  const { id } = await store.client.article.findUniqueOrThrow({ where: { slug: 'before' } });
  const renamed = article({ slug: 'after', section: 'politics', aliases: ['before'] });
  const report = await store.publish(content({ articles: [renamed] }));
  expect(report.articles.renamed).toEqual([{ from: 'before', to: 'after' }]);
  expect(report.articles.missing).toEqual([]);
  expect(await store.client.article.findUnique({ where: { id } })).toMatchObject({ slug: 'after' });
  expect(await store.client.oldSlug.findMany()).toEqual([{ slug: 'before', articleId: id }]);
});

test('A rename taken back finds the story again', async () => {
  const original = content({ articles: [article({ slug: 'before' })] });
  await store.publish(original);
  const { id } = await store.client.article.findUniqueOrThrow({ where: { slug: 'before' } });
  await store.publish(content({ articles: [article({ slug: 'after', aliases: ['before'] })] }));
  const report = await store.publish(original);
  expect(report.articles.renamed).toEqual([{ from: 'after', to: 'before' }]);
  expect(await store.client.article.findMany({ select: { id: true, slug: true } })).toEqual([
    { id, slug: 'before' },
  ]);
  expect(await store.client.oldSlug.findMany()).toEqual([{ slug: 'after', articleId: id }]);
});

test('A story without a file is reported and stays', async () => {
  await store.publish(full);
  const report = await store.publish({
    ...full,
    articles: full.articles.map((story) => article({ ...story, related: [] })).slice(0, 1),
    front: { lead: 'first', featured: [] },
  });
  expect(report.articles.missing).toEqual(['second']);
  expect(report.frontChanged).toBe(true);
  expect(await store.client.article.count()).toBe(2);
});

test('An alias that is the address of another published story is refused', async () => {
  await store.publish(content({ articles: [article({ slug: 'one' }), article({ slug: 'two' })] }));
  const claiming = article({ slug: 'one', aliases: ['two'] });
  await expect(store.publish(content({ articles: [claiming] }))).rejects.toThrow(
    'articles/world/one.md aliases: “two” is still the address of another published story',
  );
});

test('A tag that becomes an alias takes the new slug and keeps its stories', async () => {
  const story = (slug: string) => content({ articles: [article({ slug: 'story', tags: [slug] })] });
  await store.publish(story('ukraine'));
  const { id } = await store.client.tag.findUniqueOrThrow({ where: { slug: 'ukraine' } });
  await store.publish({ ...story('kyiv'), tags: [tag('kyiv', { aliases: ['ukraine'] })] });
  expect(await store.client.tag.findMany({ select: { id: true, slug: true } })).toEqual([
    { id, slug: 'kyiv' },
  ]);
  expect(await store.client.tagAlias.findMany()).toEqual([{ slug: 'ukraine', tagId: id }]);
});

test('Two tags become one when an alias says so', async () => {
  await store.publish(
    content({
      articles: [
        article({ slug: 'both', tags: ['a', 'b'] }),
        article({ slug: 'one', tags: ['b'] }),
      ],
    }),
  );
  await store.publish(
    content({
      articles: [article({ slug: 'both', tags: ['a'] }), article({ slug: 'one', tags: ['a'] })],
      tags: [tag('a', { aliases: ['b'] })],
    }),
  );
  expect(await store.client.tag.findMany({ select: { slug: true } })).toEqual([{ slug: 'a' }]);
  expect(await store.client.articleTag.count()).toBe(2);
});

test('Changes of sections, authors, tags and pages are written, and what is gone stays', async () => {
  await store.publish(full);
  const report = await store.publish({
    ...full,
    sections: [section('politics'), section('world')],
    authors: [author('world-desk', { role: 'Correspondent' })],
    tags: [tag('diplomacy', { aliases: ['talks'] }), tag('ukraine', { wikidata: 'Q212' })],
    pages: [page('contact')],
  });
  expect(report.sections.updated).toEqual(['politics', 'world']);
  expect(report.authors.updated).toEqual(['world-desk']);
  expect(report.tags.updated).toEqual(['ukraine']);
  expect(report.pages).toMatchObject({ created: ['contact'], updated: [], missing: ['about'] });
  const ukraine = await store.client.tag.findUniqueOrThrow({ where: { slug: 'ukraine' } });
  expect(ukraine).toMatchObject({ parentId: null, wikidata: 'Q212' });
});

test('Two runs at once publish once', async () => {
  const reports = await Promise.all([store.publish(full), store.publish(full)]);
  expect(reports.filter(({ anythingChanged }) => anythingChanged)).toHaveLength(1);
  expect(await store.client.revision.count()).toBe(2);
});
