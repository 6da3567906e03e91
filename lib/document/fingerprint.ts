import { createHash } from 'node:crypto';
import { kindOf } from './parse-folder';
import { listFiles, mapFiles, readContentFile } from './read-files';

/** SHA-256 (hex) of every file that a content folder is read from, by path below it. */
export type Fingerprint = Readonly<{
  texts: ReadonlyMap<string, string>;
  pictures: ReadonlyMap<string, string>;
}>;

/** null where there is no such folder, or a file of it cannot be read. */
export async function fingerprint(folder: string): Promise<Fingerprint | null> {
  const files = await listFiles(folder);
  if (files === null) return null;
  const hashes = await mapFiles(
    files.filter((file) => ['text', 'picture'].includes(kindOf(file))),
    async (file) => {
      const content = await readContentFile(folder, file);
      return [file, 'bytes' in content ? sha256(content.bytes) : null] as const;
    },
  );
  const read = hashes.flatMap(([file, hash]) => (hash === null ? [] : [[file, hash] as const]));
  if (read.length < hashes.length) return null;
  const ofKind = (kind: string) => new Map(read.filter(([file]) => kindOf(file) === kind));
  return { texts: ofKind('text'), pictures: ofKind('picture') };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
