import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { environment } from './environment';

/** Beside the embedded database, out of the repository; read anew each time, so that a new one counts at once. */
const FILE = path.join('.data', 'preview.key');
const BYTES = 32;

/**
 * The key that signs links to previews: PREVIEW_KEY where several machines share it, else a file
 * that is made when it is first asked for. Its hexadecimal digits are what is stored.
 */
export async function previewKey(): Promise<Buffer> {
  const { previewKey: given } = environment();
  if (given !== null) return Buffer.from(given, 'hex');
  return (await read()) ?? (await make());
}

/** Makes every link lead nowhere that was given out before. */
export async function rotatePreviewKey(): Promise<void> {
  await rm(FILE, { force: true });
  await make();
}

async function read(): Promise<Buffer | null> {
  const text = await readFile(FILE, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const key = Buffer.from(text.trim(), 'hex');
  if (key.byteLength === BYTES) return key;
  throw new Error(`${FILE} does not hold a key: remove it, and a new one is made`);
}

/** Two who make one at the same time both get the one that was there first. */
async function make(): Promise<Buffer> {
  const draft = `${FILE}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await mkdir(path.dirname(FILE), { recursive: true });
  await writeFile(draft, `${randomBytes(BYTES).toString('hex')}\n`, { mode: 0o600 });
  try {
    await link(draft, FILE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  const key = await read();
  if (key === null) throw new Error(`${FILE} vanished while it was made`);
  return key;
}
