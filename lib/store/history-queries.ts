import { bodyLines } from '@/lib/document/body/text';
import { contentHash } from '@/lib/document/content-hash';
import type { ArticleDocument } from '@/lib/document/documents';
import { withoutTypesetting } from '@/lib/text/without-typesetting';
import { database } from './client';
import { reviveDocument } from './publish-missing';
import type { NameRecord, VersionRecord, VersionTextRecord } from './records';
import { type RevisionFacts, seenVersions } from './seen-versions';

/** Keeps what a statement reads at some megabytes. */
const REVISIONS_PER_STATEMENT = 100;

/** The versions of a story that readers could see by `now`, the oldest first. @param id of the story */
export async function listVersions(id: string, now: Date): Promise<readonly VersionRecord[]> {
  const revisions: RevisionFacts[] = [];
  for (;;) {
    const rows = await database().revision.findMany({
      where: {
        articleId: id,
        number: { gt: revisions.at(-1)?.number ?? 0 },
        publishedAt: { lte: now },
      },
      select: { number: true, publishedAt: true, document: true },
      orderBy: { number: 'asc' },
      take: REVISIONS_PER_STATEMENT,
    });
    revisions.push(
      ...rows.map(({ document, ...row }) => factsOf(row, reviveDocument(document as object))),
    );
    if (rows.length < REVISIONS_PER_STATEMENT) return seenVersions(revisions, now);
  }
}

/** What versions of a story say, by the numbers of their revisions. Bylines have today's names. */
export async function findVersionTexts(
  id: string,
  revisions: readonly number[],
): Promise<ReadonlyMap<number, VersionTextRecord>> {
  const rows = await database().revision.findMany({
    where: { articleId: id, number: { in: [...revisions] } },
    select: { number: true, document: true },
    orderBy: { number: 'asc' },
    take: revisions.length,
  });
  const documents = rows.map(
    ({ number, document }) => [number, reviveDocument(document as object)] as const,
  );
  const names = await namesOf(documents.flatMap(([, { authors }]) => authors));
  return new Map(
    documents.map(([number, document]) => [
      number,
      {
        ...wordsOf(document),
        language: document.language,
        // An author may be unknown to a paper that was made anew from its files.
        authors: document.authors.map((slug) => ({ slug, name: names.get(slug) ?? slug })),
      },
    ]),
  );
}

async function namesOf(slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const authors: NameRecord[] = await database().author.findMany({
    where: { slug: { in: [...slugs] } },
    select: { slug: true, name: true },
    orderBy: { slug: 'asc' },
    take: slugs.length,
  });
  return new Map(authors.map(({ slug, name }) => [slug, name]));
}

function factsOf(
  row: Readonly<{ number: number; publishedAt: Date }>,
  document: ArticleDocument,
): RevisionFacts {
  const { draft, firstPublishedAt, contentUpdatedAt, embargoedUntil, withdrawn, changeNote } =
    document;
  return {
    ...row,
    ...{ draft, firstPublishedAt, contentUpdatedAt, embargoedUntil, withdrawn, changeNote },
    reading: readingOf(document),
  };
}

function readingOf(document: ArticleDocument): string {
  const words = { ...wordsOf(document), authors: document.authors };
  return contentHash(
    JSON.parse(JSON.stringify(words), (_, value: unknown) =>
      typeof value === 'string' ? withoutTypesetting(value) : value,
    ),
  );
}

/** What versions are compared by, the byline apart. */
function wordsOf(document: ArticleDocument): Omit<VersionTextRecord, 'authors' | 'language'> {
  const { kicker, headline, standfirst, image, body, corrections, sources } = document;
  return {
    ...{ kicker, headline, standfirst },
    picture: image === null ? [] : lines([`[${image.alt}]`, image.caption, `[${image.credit}]`]),
    body: bodyLines(body),
    corrections: corrections.map(({ text }) => text),
    sources: sources.flatMap(({ name, note }) => lines([name, note])),
  };
}

function lines(pieces: readonly (string | null)[]): readonly string[] {
  return pieces.filter((piece) => piece !== null && piece !== '') as string[];
}
