import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** Text and pictures alike: what is larger is a mistake, or a picture saved for print. */
const MAX_FILE_BYTES = 5_000_000;

const FILES_AT_ONCE = 32;

type Fault = Readonly<{ message: string; remedy: string }>;

/** A file's bytes, or why there are none. */
export type FileContent = Readonly<{ bytes: Uint8Array }> | Fault;

/**
 * Paths of all files below a folder, with `/`, sorted; hidden ones and editors' copies left out. No more
 * than the names of one folder and of those that it lies in are in memory.
 */
export function* walkFiles(folder: string, below = ''): Generator<string> {
  const entries = readdirSync(path.join(folder, below), { withFileTypes: true });
  for (const entry of entries.filter(isContent).sort(byName)) {
    if (entry.isDirectory()) yield* walkFiles(folder, `${below}${entry.name}/`);
    else yield `${below}${entry.name}`;
  }
}

function isContent({ name }: Dirent): boolean {
  return !name.startsWith('.') && !name.endsWith('~');
}

/** As their paths are sorted. */
function byName(a: Dirent, b: Dirent): number {
  const [one, other] = [a, b].map((entry) => entry.name + (entry.isDirectory() ? '/' : ''));
  return (one ?? '') < (other ?? '') ? -1 : 1;
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

/** Does some work for each item, a few at a time. */
export async function eachFile<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const next = async () => {
    for (let item = queue.next(); !item.done; item = queue.next()) await work(item.value);
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, next));
}
