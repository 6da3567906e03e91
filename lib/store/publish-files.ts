import { createHash } from 'node:crypto';
import type { Content } from '@/lib/document/documents';
import { withIdentity, withWithdrawal } from '@/lib/document/write-fields';
import type { Database } from './client';

const FILES_PER_STATEMENT = 200;

type FileRow = Readonly<{
  path: string;
  sha256: string;
  bytes: Uint8Array<ArrayBuffer> | null;
  mediaHash: string | null;
}>;

/** What publishing itself does to files. */
export type FileChanges = Readonly<{
  /** Paths that the files of renamed stories had. */
  left: readonly string[];
  /** Who the stories are whose files do not say so, by path. */
  identities: ReadonlyMap<string, string>;
  /** Of stories whose files are gone, by the path that these had. */
  withdrawals: ReadonlyMap<string, Readonly<{ at: Date; reason: string }>>;
}>;

/**
 * Keeps the files that were read, byte for byte, as they will be when publishing has written into
 * them. One that has moved leaves its old path; one that is gone stays, since what it says stays
 * published. Pictures must be stored already.
 */
export async function publishFiles(
  db: Database,
  content: Content,
  { left, identities, withdrawals }: FileChanges,
): Promise<void> {
  const gone = left.filter((path) => !content.files.has(path));
  if (gone.length > 0) await db.contentFile.deleteMany({ where: { path: { in: gone } } });
  const stored = new Map(
    (await db.contentFile.findMany({ select: { path: true, sha256: true } })).map(
      ({ path, sha256 }) => [path, sha256],
    ),
  );
  const rows = [...rowsOf(content, identities), ...(await withdrawnRows(db, withdrawals))];
  const changed = rows.filter(({ path, sha256 }) => stored.get(path) !== sha256);
  for (let start = 0; start < changed.length; start += FILES_PER_STATEMENT) {
    const some = changed.slice(start, start + FILES_PER_STATEMENT);
    await db.contentFile.deleteMany({ where: { path: { in: some.map(({ path }) => path) } } });
    await db.contentFile.createMany({ data: some });
  }
}

function* rowsOf(
  { files, pictureFiles }: Content,
  identities: FileChanges['identities'],
): Generator<FileRow> {
  for (const [path, bytes] of files) {
    const id = identities.get(path);
    yield textRow(path, id === undefined ? bytes : withIdentity(bytes, id));
  }
  for (const [path, mediaHash] of pictureFiles) {
    const sha256 = createHash('sha256').update(mediaHash).digest('hex');
    yield { path, sha256, bytes: null, mediaHash };
  }
}

async function withdrawnRows(
  db: Database,
  withdrawals: FileChanges['withdrawals'],
): Promise<readonly FileRow[]> {
  if (withdrawals.size === 0) return [];
  const files = await db.contentFile.findMany({
    where: { path: { in: [...withdrawals.keys()] } },
    select: { path: true, bytes: true },
  });
  return files.flatMap(({ path, bytes }) => {
    const withdrawal = withdrawals.get(path);
    if (bytes === null || withdrawal === undefined) return [];
    return [textRow(path, withWithdrawal(bytes, withdrawal))];
  });
}

function textRow(path: string, bytes: Uint8Array): FileRow {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, sha256, bytes: Uint8Array.from(bytes), mediaHash: null };
}
