import type { Database } from './client';
import type { WrittenArticle } from './publish-plan';
import { PublishRefused } from './publish-report';

/** Keeps what a statement reads at some megabytes. */
const STORIES_PER_STATEMENT = 500;

/**
 * Readers are told when a text last changed: throws PublishRefused for each story whose words are
 * other ones than published while `contentUpdatedAt` is the same, unless the change is called minor.
 * Punctuation is not words, and what nobody could read yet has not changed for anybody.
 */
export async function refuseSilentChanges(
  db: Database,
  changes: readonly WrittenArticle[],
  now: Date,
): Promise<void> {
  const dated = changes.filter(({ document }) => !document.minor);
  const silent: WrittenArticle[] = [];
  for (let start = 0; start < dated.length; start += STORIES_PER_STATEMENT) {
    const some = dated.slice(start, start + STORIES_PER_STATEMENT);
    const rows = await db.article.findMany({
      where: { id: { in: some.map(({ id }) => id) }, visibleFrom: { lte: now } },
      select: {
        ...{ id: true, headline: true, standfirst: true, bodyText: true },
        contentUpdatedAt: true,
      },
    });
    const published = new Map(rows.map((row) => [row.id, row]));
    silent.push(
      ...some.filter(({ id, document }) => {
        const before = published.get(id);
        return (
          before !== undefined &&
          document.contentUpdatedAt <= before.contentUpdatedAt &&
          wordsOf(document) !== wordsOf(before)
        );
      }),
    );
  }
  if (silent.length === 0) return;
  throw new PublishRefused(
    silent.map(({ document }) => ({
      file: document.file,
      ...{ field: 'contentUpdatedAt', near: 'firstPublishedAt' },
      message: 'the words have changed since they were published, and this date has not',
      remedy: `write contentUpdatedAt: ${toTheSecond(now)}, or minor: true if readers need not be told`,
    })),
  );
}

type Words = Readonly<{ headline: string; standfirst: string; bodyText: string }>;

function wordsOf({ headline, standfirst, bodyText }: Words): string {
  return `${headline} ${standfirst} ${bodyText}`.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';
}

function toTheSecond(instant: Date): string {
  return instant.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/**
 * Throws PublishRefused for a draft that readers can see already: nothing would be left at its address,
 * and nobody would be told why.
 */
export async function refuseHiding(
  db: Database,
  changes: readonly WrittenArticle[],
  now: Date,
): Promise<void> {
  const drafts = changes.filter(({ document }) => document.draft);
  const seen = await db.article.findMany({
    where: { id: { in: drafts.map(({ id }) => id) }, visibleFrom: { lte: now } },
    select: { id: true },
  });
  const published = new Set(seen.map(({ id }) => id));
  const refusals = drafts
    .filter(({ id }) => published.has(id))
    .map(({ document }) => ({
      ...{ file: document.file, field: 'draft' },
      message: 'the story is published; as a draft it would vanish without a word',
      remedy: 'remove draft, or take the story back with withdrawn and a reason',
    }));
  if (refusals.length > 0) throw new PublishRefused(refusals);
}
