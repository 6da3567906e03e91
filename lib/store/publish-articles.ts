import type { ArticleDocument } from '@/lib/document/documents';
import type { Version } from '@/lib/document/history';
import type { Series, Shelf } from '@/lib/document/shelf';
import type { PushTarget } from '@/lib/site/push-targets';
import { ARTICLE, articleRow } from './article-row';
import type { Database } from './client';
import { PageKeys } from './publish-announcement';
import { writeArticleParts, writePins } from './publish-article-parts';
import { refuseChanges } from './publish-dates';
import { differencesOf, MOST_TOLD } from './publish-differences';
import { withdrawalsOf } from './publish-missing';
import {
  countPlanned,
  listPlanned,
  type PlannedArticle,
  planArticles,
  planWithdrawals,
  type Step,
  type WrittenArticle,
} from './publish-plan';
import { reportPlan } from './publish-plan-report';
import type { PublishReport } from './publish-report';
import { writeRevisions } from './publish-revisions';
import { freeSlugs, writeOldSlugs } from './publish-slugs';
import { openStandings } from './publish-standings';
import { writeWords } from './publish-words';
import { slugIds } from './slug-ids';
import { upsertRows } from './upsert-rows';
import { visibleFromOf } from './visibility';

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
  shelf: Shelf;
}>;

/** Told of each step of a long work: how much of how much is done. */
export type OnProgress = (done: number, all: number) => void;

/** In memory together, and written together: each takes some kilobytes of a statement. */
const STORIES_AT_ONCE = 200;

export type ReadHistory = (id: string) => Promise<readonly Version[]>;

/** Stories that are written: those that are new, others than before, or taken back. */
const WRITTEN: readonly Step[] = ['create', 'change', 'withdraw'];

/** Sections, tags, authors and pictures that the stories name must be stored already. */
export async function publishArticles(
  db: Database,
  documents: Series<ArticleDocument>,
  options: ArticleOptions,
): Promise<PublishReport['articles']> {
  const { now, pushTo, withdrawMissing, isWhole, onProgress, shelf } = options;
  await planArticles(db, documents, now);
  if (isWhole && withdrawMissing !== null) await planWithdrawals(db);
  /** The stories of these steps, some at a time. */
  const stories = async function* (steps: readonly Step[]) {
    for await (const planned of listPlanned(db, steps, STORIES_AT_ONCE)) {
      yield await readStories(db, documents, planned, options);
    }
  };
  await refuseChanges(db, stories(['change']), now);
  const differences = await firstDifferences(db, stories(['change', 'withdraw']));
  const withdrawals = shelf.lookup<Readonly<{ at: Date; reason: string }>>();
  const keys = new PageKeys();
  const addresses: string[] = [];
  const all = await countPlanned(db, WRITTEN);
  if (all > 0) {
    const standings = openStandings(db, shelf, pushTo, now);
    for await (const written of listPlanned(db, WRITTEN, STORIES_AT_ONCE))
      await standings.before(written);
    await freeSlugs(db);
    let done = 0;
    for await (const written of stories(WRITTEN)) {
      await writeStories(db, written, options);
      for (const { document } of written) {
        if (document.withdrawn !== null) withdrawals.set(document.file, document.withdrawn);
        if (addresses.length < MOST_ADDRESSES) addresses.push(...addressOf(document, now));
      }
      done += written.length;
      onProgress(done, all);
    }
    await writeOldSlugs(db);
    for await (const written of stories(WRITTEN)) await writePins(db, written);
    for await (const written of listPlanned(db, WRITTEN, STORIES_AT_ONCE)) {
      keys.add(await standings.after(written));
    }
    for await (const written of listPlanned(db, WRITTEN, STORIES_AT_ONCE))
      await standings.tell(written);
  }
  return {
    ...(await reportPlan(db, isWhole, shelf)),
    ...{ withdrawals, differences, addresses, keys: keys.list() },
  };
}

async function readStories(
  db: Database,
  documents: Series<ArticleDocument>,
  planned: readonly PlannedArticle[],
  { withdrawMissing, now }: ArticleOptions,
): Promise<readonly WrittenArticle[]> {
  const gone = planned.filter(({ step }) => step === 'withdraw');
  const withdrawn = await withdrawalsOf(
    db,
    gone.map(({ id }) => id),
    withdrawMissing ?? '',
    now,
  );
  return planned.map(({ number, id, step, slug, oldSlug }) => {
    const document = step === 'withdraw' ? withdrawn.get(id) : documents.at(number);
    if (document === undefined) throw new Error(`the story “${slug}” is planned and not there`);
    return { id, isNew: step === 'create', from: oldSlug === slug ? null : oldSlug, document };
  });
}

async function firstDifferences(
  db: Database,
  changed: AsyncIterable<readonly WrittenArticle[]>,
): Promise<PublishReport['articles']['differences']> {
  const told: WrittenArticle[] = [];
  for await (const stories of changed) {
    told.push(...stories);
    if (told.length >= MOST_TOLD) break;
  }
  return differencesOf(db, told);
}

async function writeStories(
  db: Database,
  written: readonly WrittenArticle[],
  { readHistory, now }: ArticleOptions,
): Promise<void> {
  const sections = await db.section.findMany({ select: { id: true, slug: true } });
  const sectionIds = slugIds(sections);
  const rows = written.map(({ id, document }) => articleRow(id, document, sectionIds, now));
  await upsertRows(db, ARTICLE, rows);
  await writeArticleParts(db, written);
  await writeRevisions(db, written, await historyOf(written, readHistory), now);
  const ids = written.map(({ id }) => id);
  await writeWords(db, ids, now);
}

/** Of the new stories that their files know already. */
async function historyOf(
  written: readonly WrittenArticle[],
  readHistory: ReadHistory,
): Promise<ReadonlyMap<string, readonly Version[]>> {
  const history = new Map<string, readonly Version[]>();
  for (const { id, isNew, document } of written) {
    if (isNew && document.id !== null) history.set(id, await readHistory(id));
  }
  return history;
}

/** Addresses are for people who want to look. */
const MOST_ADDRESSES = 20;

/** None of a story that nobody can see. */
function addressOf(document: ArticleDocument, now: Date): readonly string[] {
  const isOut = visibleFromOf(document) <= now && document.withdrawn === null;
  return isOut ? [`/${document.section}/${document.slug}`] : [];
}
