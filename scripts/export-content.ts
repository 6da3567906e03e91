import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { writeVersion } from '@/lib/document/history';
import { printStory } from '@/lib/document/print-story';
import { PostgresProblem } from '@/lib/postgres/problem';
import { withDatabase } from '@/lib/postgres/with-database';
import { EnvironmentProblem } from '@/lib/site/environment';
import { type Client, connect } from '@/lib/store/client';
import {
  listContentFiles,
  listRevisions,
  listUnfiledStories,
  type UnfiledStory,
} from '@/lib/store/export-queries';
import { formatCount } from '@/lib/text/counts';

/** `npm run export -- FOLDER`: the whole paper, with its history, as files that can be seeded. */

const USAGE = 'Usage: npm run export -- FOLDER   (a new folder, or an empty one)';

/** What an operator can mend. */
class ExportProblem extends Error {}

async function run(args: readonly string[]): Promise<void> {
  const [folder] = args;
  if (folder === undefined || args.length > 1 || folder.startsWith('-')) {
    throw new ExportProblem(USAGE);
  }
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    throw new ExportProblem(`${folder} is not empty: name a new folder, so that nothing is lost.`);
  }
  await withDatabase(async (url) => {
    const client = connect(url);
    try {
      const [files, versions] = await exportAll(client, folder);
      console.log(
        `Exported ${formatCount(files, 'file', 'files')} and ${formatCount(versions, 'version', 'versions')} of stories to ${folder}.`,
      );
    } finally {
      await client.$disconnect();
    }
  });
}

async function exportAll(client: Client, folder: string): Promise<readonly [number, number]> {
  let files = 0;
  for await (const file of listContentFiles(client)) {
    const target = path.join(folder, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.bytes);
    files += 1;
  }
  for await (const story of listUnfiledStories(client)) files += await writeStory(folder, story);
  let versions = 0;
  for await (const { articleId, ...version } of listRevisions(client)) {
    await writeVersion(folder, articleId, version);
    versions += 1;
  }
  return [files, versions];
}

/** From what it said last. Answers how many files that took. */
async function writeStory(folder: string, { document, pictures }: UnfiledStory): Promise<number> {
  const names = new Map(
    pictures.map(({ hash, mediaType }) => [hash, `${hash}.${mediaType.replace('image/', '')}`]),
  );
  const { text, isExact } = printStory(document, (hash) => names.get(hash) ?? hash);
  const target = path.join(folder, document.file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
  for (const { hash, bytes } of pictures) {
    await writeFile(path.join(path.dirname(target), names.get(hash) ?? hash), bytes);
  }
  if (!isExact) {
    console.warn(
      `${document.file} has to be mended before it can be seeded: npm run seed -- --check`,
    );
  }
  return 1 + pictures.length;
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const known = [ExportProblem, EnvironmentProblem, PostgresProblem];
  if (!(error instanceof Error && known.some((kind) => error instanceof kind))) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
