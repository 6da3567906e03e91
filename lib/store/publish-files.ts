import type { Content } from '@/lib/document/documents';
import { sha256 } from '@/lib/document/fingerprint';
import type { Lookup, Series } from '@/lib/document/shelf';
import { withIdentity, withWithdrawal } from '@/lib/document/write-fields';
import { inParts } from '@/lib/text/in-parts';
import type { Database } from './client';

const FILES_PER_STATEMENT = 200;

type FileRow = Readonly<{
  path: string;
  sha256: string;
  checkedBy: string;
  bytes: Uint8Array<ArrayBuffer> | null;
  mediaHash: string | null;
}>;

/** What publishing itself does to files. */
export type FileChanges = Readonly<{
  /** Paths that the files of renamed stories had. */
  left: Series<string>;
  /** Who the stories are whose files do not say so, by path. */
  identities: Lookup<string>;
  /** Of stories whose files are gone, by the path that these had. */
  withdrawals: Lookup<Readonly<{ at: Date; reason: string }>>;
}>;

/**
 * Keeps the files that were read, byte for byte, as they will be when publishing has written into
 * them. One that has moved leaves its old path; one that is gone stays, since what it says stays
 * published. Pictures must be stored already.
 * @param checkedBy names the rules by which the files were read
 */
export async function publishFiles(
  db: Database,
  content: Content,
  { left, identities, withdrawals }: FileChanges,
  checkedBy: string,
): Promise<void> {
  for (const some of inParts(left, FILES_PER_STATEMENT)) {
    const gone = some.filter((path) => !content.files.has(path));
    await db.contentFile.deleteMany({ where: { path: { in: gone } } });
  }
  const write = async (files: Iterable<Omit<FileRow, 'checkedBy'>>) => {
    for (const some of inParts(files, FILES_PER_STATEMENT)) {
      await writeChanged(
        db,
        some.map((file) => ({ ...file, checkedBy })),
      );
    }
  };
  await write(filesOf(content, identities));
  for (const some of inParts(withdrawals, FILES_PER_STATEMENT)) {
    await write(await withdrawnFiles(db, new Map(some)));
  }
}

async function writeChanged(db: Database, files: readonly FileRow[]): Promise<void> {
  const stored = await db.contentFile.findMany({
    where: { path: { in: files.map(({ path }) => path) } },
    select: { path: true, sha256: true, checkedBy: true },
  });
  const known = new Map(stored.map(({ path, ...file }) => [path, nameOf(file)]));
  const changed = files.filter((file) => known.get(file.path) !== nameOf(file));
  if (changed.length === 0) return;
  await db.contentFile.deleteMany({ where: { path: { in: changed.map(({ path }) => path) } } });
  await db.contentFile.createMany({ data: changed });
}

function* filesOf(
  { files, pictureFiles, pictures }: Content,
  identities: FileChanges['identities'],
): Generator<Omit<FileRow, 'checkedBy'>> {
  for (const [path, bytes] of files) {
    const id = identities.get(path);
    yield textFile(path, id === undefined ? bytes : withIdentity(bytes, id));
  }
  for (const [path, mediaHash] of pictureFiles) {
    const picture = pictures.get(mediaHash);
    if (picture === undefined) throw new Error(`${path} was read without its bytes`);
    yield { path, sha256: sha256(picture.bytes()), bytes: null, mediaHash };
  }
}

async function withdrawnFiles(
  db: Database,
  withdrawals: ReadonlyMap<string, Readonly<{ at: Date; reason: string }>>,
): Promise<readonly Omit<FileRow, 'checkedBy'>[]> {
  const files = await db.contentFile.findMany({
    where: { path: { in: [...withdrawals.keys()] } },
    select: { path: true, bytes: true },
  });
  return files.flatMap(({ path, bytes }) => {
    const withdrawal = withdrawals.get(path);
    if (bytes === null || withdrawal === undefined) return [];
    return [textFile(path, withWithdrawal(bytes, withdrawal))];
  });
}

function textFile(path: string, bytes: Uint8Array): Omit<FileRow, 'checkedBy'> {
  return { path, sha256: sha256(bytes), bytes: Uint8Array.from(bytes), mediaHash: null };
}

function nameOf({ sha256, checkedBy }: Pick<FileRow, 'sha256' | 'checkedBy'>): string {
  return `${sha256} ${checkedBy}`;
}
