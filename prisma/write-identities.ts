import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Lookup } from '@/lib/document/shelf';
import { withIdentity } from '@/lib/document/write-fields';

/**
 * Writes into the files of stories who these are. A file that was saved again since it was read is
 * left for the next run. Answers the files that could not be written, each with the reason.
 * @param read bytes of the files as they were read, by path below `folder`
 */
export async function writeIdentities(
  folder: string,
  read: Lookup<Uint8Array>,
  identities: Lookup<string>,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const [file, id] of identities) {
    const bytes = read.get(file);
    if (bytes === undefined) continue;
    try {
      await replace(path.join(folder, file), bytes, withIdentity(bytes, id));
    } catch (error) {
      failed.push(`${file} (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  return failed;
}

/** In one step: whoever opens the file finds all of the old or all of the new. */
async function replace(file: string, before: Uint8Array, after: Uint8Array): Promise<void> {
  const { mode, uid, gid } = await stat(file);
  const beside = path.join(path.dirname(file), `.${randomBytes(6).toString('hex')}~`);
  await writeFile(beside, after, { mode });
  if (process.getuid?.() === 0) await chown(beside, uid, gid);
  if (Buffer.compare(await readFile(file), before) === 0) await rename(beside, file);
  else await rm(beside);
}
