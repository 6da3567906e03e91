import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { orElse } from '@/lib/postgres/problem';

/** Notes, kept from run to run, of what a product was made from. */
const FOLDER = path.join('.cache', 'stamps');

/**
 * Makes a file or folder unless it is there and was made from the same sources. Answers whether it
 * was made. The note is taken away first, so that work cut short is done again.
 */
export async function makeIfStale(
  product: string,
  sources: string,
  make: () => Promise<void>,
): Promise<boolean> {
  const file = path.join(FOLDER, product.replaceAll('/', '-'));
  const made = existsSync(product)
    ? await orElse('', ['ENOENT'], () => readFile(file, 'utf8'))
    : '';
  if (made === sources) return false;
  await rm(file, { force: true });
  await make();
  await mkdir(FOLDER, { recursive: true });
  await writeFile(file, sources);
  return true;
}
