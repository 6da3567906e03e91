import { createHash } from 'node:crypto';
import { inParts } from '@/lib/text/in-parts';
import { kindOf } from './parse-folder';
import { eachFile, readContentFile, walkFiles } from './read-files';

/** A file that a content folder is read from. */
export type HashedFile = Readonly<{
  /** Below the folder, with `/`. */
  path: string;
  isPicture: boolean;
  /** Of its bytes, in hex; null when it cannot be read. */
  sha256: string | null;
}>;

const FILES_AT_ONCE = 1_000;

/** All of them, some at a time; each comes once. Throws where there is no such folder. */
export async function* hashFiles(folder: string): AsyncGenerator<readonly HashedFile[]> {
  // The next are hashed while these are looked at.
  let next: Promise<readonly HashedFile[]> | null = null;
  for (const paths of inParts(pathsOf(folder), FILES_AT_ONCE)) {
    const hashed = hashAll(folder, paths);
    if (next !== null) yield await next;
    next = hashed;
  }
  if (next !== null) yield await next;
}

function* pathsOf(folder: string): Generator<string> {
  for (const file of walkFiles(folder)) if (['text', 'picture'].includes(kindOf(file))) yield file;
}

async function hashAll(folder: string, paths: readonly string[]): Promise<readonly HashedFile[]> {
  const files: HashedFile[] = [];
  await eachFile(paths, async (path) => {
    const content = await readContentFile(folder, path);
    const hash = 'bytes' in content ? sha256(content.bytes) : null;
    files.push({ path, isPicture: kindOf(path) === 'picture', sha256: hash });
  });
  return files;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
