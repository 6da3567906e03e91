import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { editorFiles } from '@/lib/document/editor-files';

/** Writes what is made of the content schemas with `--write`; without it, fails when it is out of date. */
const stale: string[] = [];
for (const [file, wanted] of editorFiles()) {
  const place = new URL(`../${file}`, import.meta.url);
  if ((await readFile(place, 'utf8').catch(() => null)) === wanted) continue;
  stale.push(file);
  if (!process.argv.includes('--write')) continue;
  await mkdir(new URL('.', place), { recursive: true });
  await writeFile(place, wanted);
}

if (stale.length === 0) {
  console.log('content/README.md and what belongs to it are up to date.');
} else if (process.argv.includes('--write')) {
  console.log(`Written: ${stale.join(', ')}.`);
} else {
  console.error(
    `Out of date: ${stale.join(', ')}; run npx tsx scripts/content-reference.ts --write`,
  );
  process.exitCode = 1;
}
