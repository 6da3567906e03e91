import { isDeepStrictEqual } from 'node:util';
import type { AuthorDocument, PageDocument, SectionDocument } from '@/lib/document/documents';
import { authorKey, pageKeys, sectionKey, standingPageKey } from '@/lib/text/page-keys';
import type { Database } from './client';
import { bySlug, type Changes, findChanges, wrote } from './publish-report';
import { type Table, upsertRows } from './upsert-rows';

/** Sections, authors and standing pages: one row each, compared and written by slug. */

type SectionRow = SectionDocument & Readonly<{ position: number }>;

const SECTION: Table<SectionRow> = {
  name: 'section',
  key: ['slug'],
  columns: { slug: 'text', name: 'text', description: 'text', position: 'integer' },
};

const AUTHOR: Table<AuthorDocument> = {
  name: 'author',
  key: ['slug'],
  columns: { slug: 'text', name: 'text', role: 'text', biography: 'jsonb' },
};

type PageRow = Omit<PageDocument, 'contentUpdatedAt' | 'contentHash'> &
  Readonly<{ content_updated_at: Date; content_hash: string }>;

const PAGE: Table<PageRow> = {
  name: 'standing_page',
  key: ['slug'],
  columns: {
    slug: 'text',
    title: 'text',
    description: 'text',
    body: 'jsonb',
    content_updated_at: 'timestamptz',
    content_hash: 'text',
  },
};

/** The order of the documents is the sections' order in the paper. */
export async function publishSections(
  db: Database,
  documents: readonly SectionDocument[],
): Promise<Changes> {
  const rows = documents.map(({ slug, name, description }, position) => ({
    slug,
    name,
    description,
    position,
  }));
  const stored = await db.section.findMany({
    select: { slug: true, name: true, description: true, position: true },
  });
  const changes = findChanges(rows, bySlug(stored), isDeepStrictEqual);
  const slugs = await writeChanged(db, SECTION, rows, changes);
  const everywhere = slugs.length > 0 ? [pageKeys.frame] : [];
  return { ...changes, keys: [...slugs.map(sectionKey), ...everywhere] };
}

export async function publishAuthors(
  db: Database,
  documents: readonly AuthorDocument[],
): Promise<Changes> {
  const rows = documents.map(({ slug, name, role, biography }) => ({
    slug,
    name,
    role,
    biography,
  }));
  const stored = await db.author.findMany({
    select: { slug: true, name: true, role: true, biography: true },
  });
  const changes = findChanges(rows, bySlug(stored), (row, before) =>
    isDeepStrictEqual(asStored(row), before),
  );
  const slugs = await writeChanged(db, AUTHOR, rows, changes);
  return { ...changes, keys: slugs.map(authorKey) };
}

/** @param isWhole whether these are all pages */
export async function publishPages(
  db: Database,
  documents: readonly PageDocument[],
  isWhole: boolean,
): Promise<Changes> {
  const rows = documents.map(({ slug, title, description, body, ...page }) => ({
    slug,
    title,
    description,
    body,
    content_updated_at: page.contentUpdatedAt,
    content_hash: page.contentHash,
  }));
  const stored = bySlug(
    await db.standingPage.findMany({ select: { slug: true, title: true, contentHash: true } }),
  );
  const changes = findChanges(
    rows,
    stored,
    (row, before) => row.content_hash === before.contentHash,
  );
  const slugs = await writeChanged(db, PAGE, rows, changes);
  const retitled = rows.some(({ slug, title }) => stored.get(slug)?.title !== title);
  return {
    ...changes,
    missing: isWhole ? changes.missing : [],
    keys: [...slugs.map(standingPageKey), ...(retitled ? [pageKeys.frame] : [])],
  };
}

/** Answers the slugs of the rows it wrote. */
async function writeChanged<Row extends Readonly<{ slug: string }>>(
  db: Database,
  table: Table<Row>,
  rows: readonly Row[],
  changes: Pick<Changes, 'created' | 'updated'>,
): Promise<readonly string[]> {
  const isWritten = wrote(changes);
  const written = rows.filter(({ slug }) => isWritten(slug));
  await upsertRows(db, table, written);
  return written.map(({ slug }) => slug);
}

/** As it would come back from a JSON column: without undefined fields. */
function asStored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
