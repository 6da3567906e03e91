import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { orElse } from '@/lib/postgres/problem';

/**
 * A hash of names and contents of files: those given, and all below the folders given. What does
 * not exist counts as empty. `isWanted` is asked about every file below a folder.
 */
export async function hashFiles(
  places: readonly string[],
  isWanted: (file: string) => boolean = () => true,
): Promise<string> {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of await filesBelow(place)) {
      if (!isWanted(file)) continue;
      const content = await readFile(file);
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

async function filesBelow(place: string): Promise<string[]> {
  const found = await orElse(null, ['ENOENT'], () => stat(place));
  if (found === null) return [];
  if (!found.isDirectory()) return [place];
  const entries = await readdir(place, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
