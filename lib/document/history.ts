import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** Below a content folder: every version of each story, for a database that is made anew. */
const FOLDER = '.history';

const versionSchema = z.strictObject({
  number: z.int().positive(),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  publishedAt: z.iso.datetime().transform((text) => new Date(text)),
  /** An ArticleDocument, perhaps of an earlier version of the paper. */
  document: z.looseObject({ headline: z.string() }),
});

/** A version of a story as it was published. */
export type Version = z.output<typeof versionSchema>;

/** A file of a version that is none. */
export class HistoryProblem extends Error {
  override name = 'HistoryProblem';
}

/** The versions of a story in the order of their numbers; none where the folder has no history of it. */
export async function readHistory(folder: string, id: string): Promise<readonly Version[]> {
  const place = path.join(folder, FOLDER, id);
  const names = await readdir(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const versions = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map((name) => readVersion(path.join(place, name))),
  );
  versions.sort((a, b) => a.number - b.number);
  const gap = versions.findIndex(({ number }, index) => number !== index + 1);
  if (gap >= 0)
    throw new HistoryProblem(`${place}: version ${gap + 1} is missing; export it again`);
  return versions;
}

async function readVersion(file: string): Promise<Version> {
  const text = await readFile(file, 'utf8');
  try {
    return versionSchema.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new HistoryProblem(`${file} is no version of a story: ${reason}; export it again`);
  }
}

/** @param id of the story */
export async function writeVersion(
  folder: string,
  id: string,
  { number, ...version }: Readonly<{ number: number }>,
): Promise<void> {
  const place = path.join(folder, FOLDER, id);
  await mkdir(place, { recursive: true });
  const text = `${JSON.stringify({ number, ...version }, null, 2)}\n`;
  await writeFile(path.join(place, `${String(number).padStart(4, '0')}.json`), text);
}
