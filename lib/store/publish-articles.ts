import type { ArticleDocument } from '@/lib/document/documents';
import type { PushTarget } from '@/lib/site/push-targets';
import { ARTICLE, articleRow } from './article-row';
import type { Database } from './client';
import { keysOfChange, standingsOf } from './publish-announcement';
import { writeArticleParts } from './publish-article-parts';
import { pushStandingsOf, writeOutbox } from './publish-outbox';
import { type ArticlePlan, planArticles, type WrittenArticle } from './publish-plan';
import type { PublishReport } from './publish-report';
import { writeRevisions } from './publish-revisions';
import { slugIds } from './slug-ids';
import { type Table, upsertRows } from './upsert-rows';
import { uuid7 } from './uuid7';

const OLD_SLUG: Table<{ slug: string; article_id: string }> = {
  name: 'old_slug',
  key: ['slug'],
  columns: { slug: 'text', article_id: 'uuid' },
};

/** Sections, tags, authors and pictures that the stories name must be stored already. */
export async function publishArticles(
  db: Database,
  documents: readonly ArticleDocument[],
  now: Date,
  pushTo: readonly PushTarget[],
): Promise<PublishReport['articles']> {
  const stored = await db.article.findMany({ select: { id: true, slug: true, contentHash: true } });
  const oldSlugs = await readOldSlugs(db);
  const plan = planArticles(stored, oldSlugs, documents);
  const written = [
    ...plan.change,
    ...plan.create.map((document) => ({ id: uuid7(now), from: null, document })),
  ];
  const ids = written.map(({ id }) => id);
  const before = await standingsOf(db, ids);
  const pushedBefore = await pushStandingsOf(db, ids);
  if (written.length > 0) {
    await freeSlugs(db, written, oldSlugs);
    const sections = await db.section.findMany({ select: { id: true, slug: true } });
    const sectionIds = slugIds(sections);
    await upsertRows(
      db,
      ARTICLE,
      written.map(({ id, document }) => articleRow(id, document, sectionIds, now)),
    );
    await writeOldSlugs(db, written);
    await writeArticleParts(db, written);
    await writeRevisions(db, written, now);
  }
  const after = await standingsOf(db, ids);
  const keys = ids.flatMap((id) => keysOfChange(id, before.get(id), after.get(id)));
  if (ids.length > 0) {
    await writeOutbox(db, pushTo, pushedBefore, await pushStandingsOf(db, ids), now);
  }
  return { ...reportOf(plan), keys };
}

async function readOldSlugs(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db.oldSlug.findMany({ select: { slug: true, articleId: true } });
  return new Map(rows.map(({ slug, articleId }) => [slug, articleId]));
}

/** A slug that comes to life again is no old slug any more. */
async function freeSlugs(
  db: Database,
  written: readonly WrittenArticle[],
  oldSlugs: ReadonlyMap<string, string>,
): Promise<void> {
  const revived = written.map(({ document }) => document.slug).filter((slug) => oldSlugs.has(slug));
  if (revived.length > 0) await db.oldSlug.deleteMany({ where: { slug: { in: revived } } });
}

/** Old slugs are added or moved, never dropped: an address once given keeps leading somewhere. */
async function writeOldSlugs(db: Database, written: readonly WrittenArticle[]): Promise<void> {
  const rows = written.flatMap(({ id, from, document }) =>
    [...new Set([...document.aliases, ...(from === null ? [] : [from])])].map((slug) => ({
      slug,
      article_id: id,
    })),
  );
  await upsertRows(db, OLD_SLUG, rows);
}

function reportOf({
  create,
  change,
  unchanged,
  missing,
}: ArticlePlan): Omit<PublishReport['articles'], 'keys'> {
  return {
    created: create.map(({ slug }) => slug),
    updated: change.filter(({ from }) => from === null).map(({ document }) => document.slug),
    renamed: change.flatMap(({ from, document }) =>
      from === null ? [] : [{ from, to: document.slug }],
    ),
    unchanged,
    missing,
  };
}
