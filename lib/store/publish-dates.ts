import type { Database } from './client';
import type { WrittenArticle } from './publish-plan';
import { PublishRefused, type Refusal } from './publish-report';

/** Throws PublishRefused for changes that readers would have to be told of, and would not. */
export async function refuseChanges(
  db: Database,
  changed: AsyncIterable<readonly WrittenArticle[]>,
  now: Date,
): Promise<void> {
  const refusals: Refusal[] = [];
  for await (const stories of changed) {
    refusals.push(...(await findHidings(db, stories, now)));
    refusals.push(...(await findSilentChanges(db, stories, now)));
  }
  if (refusals.length > 0) throw new PublishRefused(refusals);
}

/**
 * Readers are told when a text last changed: stories whose words are other ones than published while
 * `contentUpdatedAt` is the same, unless the change is called minor. Punctuation is not words, and what
 * nobody could read yet has not changed for anybody.
 */
async function findSilentChanges(
  db: Database,
  changes: readonly WrittenArticle[],
  now: Date,
): Promise<readonly Refusal[]> {
  const dated = changes.filter(({ document }) => !document.minor);
  const rows = await db.article.findMany({
    where: { id: { in: dated.map(({ id }) => id) }, visibleFrom: { lte: now } },
    select: {
      ...{ id: true, headline: true, standfirst: true, bodyText: true },
      contentUpdatedAt: true,
    },
  });
  const published = new Map(rows.map((row) => [row.id, row]));
  const silent = dated.filter(({ id, document }) => {
    const before = published.get(id);
    return (
      before !== undefined &&
      document.contentUpdatedAt <= before.contentUpdatedAt &&
      wordsOf(document) !== wordsOf(before)
    );
  });
  return silent.map(({ document }) => ({
    file: document.file,
    ...{ field: 'contentUpdatedAt', near: 'firstPublishedAt' },
    message: 'the words have changed since they were published, and this date has not',
    remedy: `write contentUpdatedAt: ${toTheSecond(now)}, or minor: true if readers need not be told`,
  }));
}

type Words = Readonly<{ headline: string; standfirst: string; bodyText: string }>;

function wordsOf({ headline, standfirst, bodyText }: Words): string {
  return `${headline} ${standfirst} ${bodyText}`.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';
}

function toTheSecond(instant: Date): string {
  return instant.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/**
 * Drafts that readers can see already: nothing would be left at their addresses, and nobody would be told why.
 */
async function findHidings(
  db: Database,
  changes: readonly WrittenArticle[],
  now: Date,
): Promise<readonly Refusal[]> {
  const drafts = changes.filter(({ document }) => document.draft);
  const seen = await db.article.findMany({
    where: { id: { in: drafts.map(({ id }) => id) }, visibleFrom: { lte: now } },
    select: { id: true },
  });
  const published = new Set(seen.map(({ id }) => id));
  return drafts
    .filter(({ id }) => published.has(id))
    .map(({ document }) => ({
      ...{ file: document.file, field: 'draft' },
      message: 'the story is published; as a draft it would vanish without a word',
      remedy: 'remove draft, or take the story back with withdrawn and a reason',
    }));
}
