import type { Content } from '@/lib/document/documents';
import { sha256 } from '@/lib/document/fingerprint';
import { withIdentity, withWithdrawal } from '@/lib/document/write-fields';
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
 * @param checkedBy names the rules by which the files were read
 */
export async function publishFiles(
  db: Database,
  content: Content,
  { left, identities, withdrawals }: FileChanges,
  checkedBy: string,
): Promise<void> {
  const gone = left.filter((path) => !content.files.has(path));
  if (gone.length > 0) await db.contentFile.deleteMany({ where: { path: { in: gone } } });
  const stored = new Map(
    (
      await db.contentFile.findMany({
        where: content.isWhole
          ? {}
          : { path: { in: [...content.files.keys(), ...content.pictureFiles.keys()] } },
        select: { path: true, sha256: true, checkedBy: true },
      })
    ).map(({ path, ...known }) => [path, nameOf(known)]),
  );
  const withdrawn = await withdrawnFiles(db, withdrawals);
  let changed: FileRow[] = [];
  const write = async () => {
    const paths = changed.map(({ path }) => path);
    await db.contentFile.deleteMany({ where: { path: { in: paths } } });
    await db.contentFile.createMany({ data: changed });
    changed = [];
  };
  for (const file of both(filesOf(content, identities), withdrawn)) {
    const row = { ...file, checkedBy };
    if (stored.get(row.path) === nameOf(row)) continue;
    changed.push(row);
    if (changed.length === FILES_PER_STATEMENT) await write();
  }
  if (changed.length > 0) await write();
}

function* both<Item>(first: Iterable<Item>, second: Iterable<Item>): Generator<Item> {
  yield* first;
  yield* second;
}

function* filesOf(
  { files, pictureFiles, pictures }: Content,
  identities: FileChanges['identities'],
): Generator<Omit<FileRow, 'checkedBy'>> {
  for (const [path, kept] of files) {
    const id = identities.get(path);
    const bytes = kept();
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
  withdrawals: FileChanges['withdrawals'],
): Promise<readonly Omit<FileRow, 'checkedBy'>[]> {
  if (withdrawals.size === 0) return [];
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
