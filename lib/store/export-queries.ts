import type { ArticleDocument } from '@/lib/document/documents';
import type { PrismaClient } from './generated/client';
import { reviveDocument } from './publish-missing';
import { lastDocuments } from './publish-revisions';

/** Rows that are in memory at a time. */
const FILES_AT_ONCE = 100;
const REVISIONS_AT_ONCE = 50;

/** A file of the content folder. */
export type ExportedFile = Readonly<{ path: string; bytes: Uint8Array }>;

/** Every file of the content folder as it was published last, by its path. */
export async function* listContentFiles(client: PrismaClient): AsyncGenerator<ExportedFile> {
  for (let after = ''; ; ) {
    const rows = await client.contentFile.findMany({
      where: { path: { gt: after } },
      select: { path: true, bytes: true, media: { select: { bytes: true } } },
      orderBy: { path: 'asc' },
      take: FILES_AT_ONCE,
    });
    for (const { path, bytes, media } of rows) {
      const content = bytes ?? media?.bytes;
      if (content === undefined) throw new Error(`${path} is stored without its bytes`);
      yield { path, bytes: content };
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.path;
  }
}

/** A story whose file is not stored: what it said last, and its pictures. */
export type UnfiledStory = Readonly<{
  document: ArticleDocument;
  pictures: readonly Readonly<{ hash: string; mediaType: string; bytes: Uint8Array }>[];
}>;

/** Stories that were published before files were kept, by their slugs. */
export async function* listUnfiledStories(client: PrismaClient): AsyncGenerator<UnfiledStory> {
  const stories = await client.$queryRaw<{ id: string }[]>`
    SELECT id FROM article
    WHERE NOT EXISTS (SELECT 1 FROM content_file WHERE content_file.path = article.file)
    ORDER BY slug`;
  for (const { id } of stories) {
    const document = (await lastDocuments(client, [id])).get(id);
    if (document === undefined) continue;
    const pictures = await client.media.findMany({
      where: { inStories: { some: { articleId: id } } },
      select: { hash: true, mediaType: true, bytes: true },
    });
    yield { document: { ...reviveDocument(document), id }, pictures };
  }
}

/** A version of a story as it was published. */
export type ExportedRevision = Readonly<{
  articleId: string;
  number: number;
  contentHash: string;
  publishedAt: Date;
  document: unknown;
}>;

/** Every version of every story. */
export async function* listRevisions(client: PrismaClient): AsyncGenerator<ExportedRevision> {
  for (let after: { articleId: string; number: number } | null = null; ; ) {
    const rows: ExportedRevision[] = await client.revision.findMany({
      ...(after === null ? {} : { cursor: { articleId_number: after }, skip: 1 }),
      select: {
        ...{ articleId: true, number: true, contentHash: true },
        ...{ publishedAt: true, document: true },
      },
      orderBy: [{ articleId: 'asc' }, { number: 'asc' }],
      take: REVISIONS_AT_ONCE,
    });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = { articleId: last.articleId, number: last.number };
  }
}
