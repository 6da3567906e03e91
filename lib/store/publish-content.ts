import type { Content } from '@/lib/document/documents';
import { AT_HAND, type Shelf } from '@/lib/document/shelf';
import type { PushTarget } from '@/lib/site/push-targets';
import { pageKeys } from '@/lib/text/page-keys';
import type { Database } from './client';
import type { PrismaClient } from './generated/client';
import { announce } from './publish-announcement';
import { type OnProgress, publishArticles, type ReadHistory } from './publish-articles';
import { publishFiles } from './publish-files';
import { publishFront } from './publish-front';
import { publishAuthors, publishPages, publishSections } from './publish-names';
import { publishPictures } from './publish-pictures';
import type { Changes, PublishReport } from './publish-report';
import { publishTags } from './publish-tags';
import { writeComingWords } from './publish-words';

/** Milliseconds. A run waits this long for another to end, and may itself take as long. */
export const PUBLISHING_PATIENCE = 600_000;

/** The advisory lock that only one publishing run holds: 'PRISM' in ASCII. */
const PUBLISHING = 0x505249534dn;

export type PublishOptions = Readonly<{
  /** Do everything, then take it back. */
  dryRun: boolean;
  now: Date;
  /** Who is to be told of what changes. */
  pushTo: readonly PushTarget[];
  /** Why stories whose files are gone are taken back; left out: they stay. */
  withdrawMissing?: string | null;
  /** Versions of stories that were published elsewhere; left out: there are none. */
  readHistory?: ReadHistory;
  /** Names the rules by which the files were read; left out: they have no name. */
  checkedBy?: string;
  /** Told how many of the stories that are to be written are. */
  onProgress?: OnProgress;
  /** For what there is one of for each story; left out: memory. The report is on it. */
  shelf?: Shelf;
}>;

/**
 * Brings the database to what `content` says, in one transaction: all of it or nothing. What is
 * the same already is not written. Throws PublishRefused when the two cannot be brought together.
 */
export async function publishContent(
  client: PrismaClient,
  content: Content,
  { dryRun, ...options }: PublishOptions,
): Promise<PublishReport> {
  let report: PublishReport | undefined;
  try {
    await client.$transaction(
      async (db) => {
        report = await publishAll(db, content, options);
        if (dryRun) throw new TakeBack();
      },
      { timeout: PUBLISHING_PATIENCE, maxWait: PUBLISHING_PATIENCE },
    );
  } catch (error) {
    if (!(error instanceof TakeBack)) throw error;
  }
  if (report === undefined) throw new Error('publishing ended without a report');
  return report;
}

/** Thrown to roll a dry run back. */
class TakeBack extends Error {}

async function publishAll(
  db: Database,
  content: Content,
  {
    now,
    pushTo,
    withdrawMissing = null,
    readHistory = async () => [],
    checkedBy = '',
    onProgress = () => {},
    shelf = AT_HAND,
  }: Omit<PublishOptions, 'dryRun'>,
): Promise<PublishReport> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(${PUBLISHING})`;
  const { isWhole } = content;
  const picturesAdded = await publishPictures(db, content);
  const sections = await publishSections(db, content.sections);
  const tags = await publishTags(db, content.tags);
  const authors = await publishAuthors(db, content.authors);
  const pages = await publishPages(db, content.pages, isWhole);
  const articles = await publishArticles(db, content.articles, {
    ...{ now, pushTo, withdrawMissing, isWhole, readHistory, onProgress, shelf },
  });
  const frontChanged = content.front !== null && (await publishFront(db, content.front));
  await publishFiles(db, content, articles, checkedBy);
  const { created, updated, renamed, withdrawn } = articles;
  const anythingChanged =
    frontChanged ||
    picturesAdded + created.length + updated.length + renamed.length + withdrawn.length > 0 ||
    [sections, tags, authors, pages].some(wroteAny);
  if (anythingChanged) {
    await writeComingWords(db, now);
    const keys = [articles, sections, tags, authors, pages].flatMap((changes) => changes.keys);
    const front = frontChanged ? [pageKeys.front] : [];
    await announce(db, [...keys, ...front, pageKeys.missing], now);
  }
  return {
    articles,
    sections,
    tags,
    authors,
    pages,
    frontChanged,
    picturesAdded,
    anythingChanged,
  };
}

function wroteAny({ created, updated }: Changes): boolean {
  return created.length + updated.length > 0;
}
