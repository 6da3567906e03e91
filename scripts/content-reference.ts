import { readFile, writeFile } from 'node:fs/promises';
import { contentReference } from '@/lib/document/content-reference';

/** Writes content/README.md with `--write`; without it, fails when the file is out of date. */
const file = new URL('../content/README.md', import.meta.url);
const wanted = contentReference();
const found = await readFile(file, 'utf8').catch(() => null);

if (found === wanted) {
  console.log('content/README.md is up to date.');
} else if (process.argv.includes('--write')) {
  await writeFile(file, wanted);
  console.log('content/README.md written.');
} else {
  console.error(
    'content/README.md is out of date: run npx tsx scripts/content-reference.ts --write',
  );
  process.exitCode = 1;
}
