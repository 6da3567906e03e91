import type { PrismaClient } from './generated/client';

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
