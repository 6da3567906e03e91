import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** Text and pictures alike: what is larger is a mistake, or a picture saved for print. */
const MAX_FILE_BYTES = 5_000_000;

const FILES_AT_ONCE = 32;

type Fault = Readonly<{ message: string; remedy: string }>;

/** A file's bytes, or why there are none. */
export type FileContent = Readonly<{ bytes: Uint8Array }> | Fault;

/**
 * Paths of all files below a folder, with `/`, sorted; hidden ones and editors' copies left out.
 * null when there is no such folder.
 */
export async function listFiles(folder: string): Promise<string[] | null> {
  if (!existsSync(folder)) return null;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.split('/').some((part) => part.startsWith('.') || part.endsWith('~')))
    .sort();
}

export async function readContentFile(folder: string, file: string): Promise<FileContent> {
  const location = path.join(folder, file);
  try {
    const { size } = await stat(location);
    return size > MAX_FILE_BYTES ? tooLarge(size) : { bytes: await readFile(location) };
  } catch (error) {
    return unreadable(error);
  }
}

/** The same, at once: for one file after the other, of which no two are to be in memory. */
export function readContentFileNow(folder: string, file: string): FileContent {
  const location = path.join(folder, file);
  try {
    const { size } = statSync(location);
    return size > MAX_FILE_BYTES ? tooLarge(size) : { bytes: readFileSync(location) };
  } catch (error) {
    return unreadable(error);
  }
}

function tooLarge(size: number): Fault {
  const megabytes = (size / 1_000_000).toFixed(1);
  return {
    message: `the file has ${megabytes} MB; the limit is ${MAX_FILE_BYTES / 1_000_000} MB`,
    remedy: 'save it smaller, or split it',
  };
}

function unreadable(error: unknown): Fault {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return {
    message: `the file cannot be read (${reason})`,
    remedy: 'check that it still exists and that you may read it',
  };
}

/** Maps with a few calls under way at a time; results in the order of the items. */
export async function mapFiles<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Map<number, Result>();
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) results.set(index, await map(item));
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
