import { createHash } from 'node:crypto';
import { inParts } from '@/lib/text/in-parts';
import { kindOf } from './parse-folder';
import { readContentFileNow, walkFiles } from './read-files';

/** A file that a content folder is read from. */
export type HashedFile = Readonly<{
  /** Below the folder, with `/`. */
  path: string;
  isPicture: boolean;
  /** Of its bytes, in hex; null when it cannot be read. */
  sha256: string | null;
}>;

const FILES_AT_ONCE = 1_000;

/**
 * All of them, some at a time; each comes once. Throws where there is no such folder. Read at once: small files
 * take several times as long by way of promises.
 */
export function* hashFiles(folder: string): Generator<readonly HashedFile[]> {
  for (const paths of inParts(pathsOf(folder), FILES_AT_ONCE)) {
    yield paths.map((path) => hashFile(folder, path));
  }
}

function* pathsOf(folder: string): Generator<string> {
  for (const file of walkFiles(folder)) if (['text', 'picture'].includes(kindOf(file))) yield file;
}

function hashFile(folder: string, path: string): HashedFile {
  const content = readContentFileNow(folder, path);
  const hash = 'bytes' in content ? sha256(content.bytes) : null;
  return { path, isPicture: kindOf(path) === 'picture', sha256: hash };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
