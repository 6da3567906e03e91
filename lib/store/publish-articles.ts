import type { ArticleDocument } from '@/lib/document/documents';
import type { Version } from '@/lib/document/history';
import type { PushTarget } from '@/lib/site/push-targets';
import { ARTICLE, articleRow } from './article-row';
import type { Database } from './client';
import { keysOfChange, standingsOf } from './publish-announcement';
import { writeArticleParts, writePins } from './publish-article-parts';
import { refuseHiding, refuseSilentChanges } from './publish-dates';
import { differencesOf } from './publish-differences';
import { withdrawalsOf } from './publish-missing';
import { pushStandingsOf, writeOutbox } from './publish-outbox';
import { type ArticlePlan, planArticles, type WrittenArticle } from './publish-plan';
import type { PublishReport } from './publish-report';
import { writeRevisions } from './publish-revisions';
import { writeWords } from './publish-words';
import { slugIds } from './slug-ids';
import { readAll, readNamed } from './stored-articles';
import { type Table, upsertRows } from './upsert-rows';
import { uuid7 } from './uuid7';

const OLD_SLUG: Table<{ slug: string; article_id: string }> = {
  name: 'old_slug',
  key: ['slug'],
  columns: { slug: 'text', article_id: 'uuid' },
};

export type ArticleOptions = Readonly<{
  now: Date;
  pushTo: readonly PushTarget[];
  /** Why stories whose files are gone are taken back; null: they stay. */
  withdrawMissing: string | null;
  /** Whether `documents` are all stories of the paper: of those left out nothing is said. */
  isWhole: boolean;
  /** Versions of a story that was published elsewhere before; none if there are not any. */
  readHistory: ReadHistory;
  onProgress: OnProgress;
}>;

/** Told of each step of a long work: how much of how much is done. */
export type OnProgress = (done: number, all: number) => void;

/** Written together: each takes some kilobytes of a statement. */
const STORIES_AT_ONCE = 200;

export type ReadHistory = (id: string) => Promise<readonly Version[]>;

/** Sections, tags, authors and pictures that the stories name must be stored already. */
export async function publishArticles(
  db: Database,
  documents: readonly ArticleDocument[],
  { now, pushTo, withdrawMissing, isWhole, readHistory, onProgress }: ArticleOptions,
): Promise<PublishReport['articles']> {
  const { stored, oldSlugs } = await (isWhole ? readAll(db) : readNamed(db, documents));
  const plan = planArticles(stored, oldSlugs, documents);
  await refuseHiding(db, plan.change, now);
  await refuseSilentChanges(db, plan.change, now);
  const withdrawn =
    withdrawMissing === null ? [] : await withdrawalsOf(db, plan.missing, withdrawMissing, now);
  const changed = [...plan.change, ...withdrawn];
  const differences = await differencesOf(db, changed);
  const created = plan.create.map((document) => ({
    id: document.id ?? uuid7(now),
    from: null,
    document,
  }));
  const written = [...changed, ...created];
  const ids = written.map(({ id }) => id);
  const before = await standingsOf(db, ids);
  const pushedBefore = await pushStandingsOf(db, ids);
  if (written.length > 0) {
    await freeSlugs(db, written, oldSlugs);
    const history = await historyOf(created, readHistory);
    for (let start = 0; start < written.length; start += STORIES_AT_ONCE) {
      await writeStories(db, written.slice(start, start + STORIES_AT_ONCE), history, now);
      onProgress(Math.min(written.length, start + STORIES_AT_ONCE), written.length);
    }
    await writeOldSlugs(db, written);
    await writePins(db, written);
  }
  const after = await standingsOf(db, ids);
  const keys = ids.flatMap((id) => keysOfChange(id, before.get(id), after.get(id)));
  if (ids.length > 0) {
    await writeOutbox(db, pushTo, pushedBefore, await pushStandingsOf(db, ids), now);
  }
  return {
    ...reportOf(isWhole ? plan : { ...plan, missing: [] }, withdrawn),
    ...identitiesOf([...plan.unchanged, ...plan.change, ...created]),
    left: plan.left,
    withdrawals: new Map(
      withdrawn.flatMap(({ document: { file, withdrawn } }) =>
        withdrawn === null ? [] : [[file, withdrawn] as const],
      ),
    ),
    differences,
    keys,
  };
}

/**
 * A slug that comes to life again is no old slug any more; and stories that change slugs among
 * themselves leave theirs before any of them takes another.
 */
async function freeSlugs(
  db: Database,
  written: readonly WrittenArticle[],
  oldSlugs: ReadonlyMap<string, string>,
): Promise<void> {
  const revived = written.map(({ document }) => document.slug).filter((slug) => oldSlugs.has(slug));
  if (revived.length > 0) await db.oldSlug.deleteMany({ where: { slug: { in: revived } } });
  const wanted = new Set(written.map(({ document }) => document.slug));
  const leaving = written.filter(({ from }) => from !== null && wanted.has(from));
  if (leaving.length > 0) {
    await db.$executeRaw`
      UPDATE article SET slug = 'moving-' || id WHERE id = ANY(${leaving.map(({ id }) => id)}::uuid[])`;
  }
}

/**
 * Old slugs are added or moved, never dropped: an address once given keeps leading somewhere. One
 * that another story has taken leads to that one.
 */
async function writeOldSlugs(db: Database, written: readonly WrittenArticle[]): Promise<void> {
  const living = new Set(written.map(({ document }) => document.slug));
  const rows = written.flatMap(({ id, from, document }) =>
    [...new Set([...document.aliases, ...(from === null ? [] : [from])])]
      .filter((slug) => !living.has(slug))
      .map((slug) => ({ slug, article_id: id })),
  );
  await upsertRows(db, OLD_SLUG, rows);
}

async function writeStories(
  db: Database,
  written: readonly WrittenArticle[],
  history: ReadonlyMap<string, readonly Version[]>,
  now: Date,
): Promise<void> {
  const sections = await db.section.findMany({ select: { id: true, slug: true } });
  const sectionIds = slugIds(sections);
  const rows = written.map(({ id, document }) => articleRow(id, document, sectionIds, now));
  await upsertRows(db, ARTICLE, rows);
  await writeArticleParts(db, written);
  await writeRevisions(db, written, history, now);
  const ids = written.map(({ id }) => id);
  await writeWords(db, ids, now);
}

/** Of the new stories that their files know already. */
async function historyOf(
  created: readonly WrittenArticle[],
  readHistory: ReadHistory,
): Promise<ReadonlyMap<string, readonly Version[]>> {
  const history = new Map<string, readonly Version[]>();
  for (const { id, document } of created) {
    if (document.id !== null) history.set(id, await readHistory(id));
  }
  return history;
}

function reportOf(
  { create, change, unchanged, missing }: ArticlePlan,
  withdrawals: readonly WrittenArticle[],
): Pick<
  PublishReport['articles'],
  'created' | 'updated' | 'renamed' | 'unchanged' | 'missing' | 'withdrawn'
> {
  const withdrawn = new Set(withdrawals.map(({ document }) => document.slug));
  return {
    created: create.map(({ slug }) => slug),
    updated: change.filter(({ from }) => from === null).map(({ document }) => document.slug),
    renamed: change.flatMap(({ from, document }) =>
      from === null ? [] : [{ from, to: document.slug }],
    ),
    unchanged: unchanged.map(({ document }) => document.slug),
    missing: missing.map(({ slug }) => slug).filter((slug) => !withdrawn.has(slug)),
    withdrawn: [...withdrawn],
  };
}

function identitiesOf(
  stories: readonly Readonly<{ id: string; document: ArticleDocument }>[],
): Pick<PublishReport['articles'], 'identities' | 'otherIdentities'> {
  const untold = stories.filter(({ document }) => document.id === null);
  const other = stories.filter(({ id, document }) => document.id !== null && document.id !== id);
  const byFile = (some: typeof stories) =>
    new Map(some.map(({ id, document }) => [document.file, id]));
  return { identities: byFile(untold), otherIdentities: byFile(other) };
}
