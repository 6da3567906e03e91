import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Account } from './account';
import type { Binaries } from './binaries';
import { type Cluster, named, ROLE } from './cluster';
import { freePort } from './port';
import { codeOf, orElse, PostgresProblem } from './problem';
import { dataArgument, plainEnvironment } from './process-settings';
import { newPassword, writeSecrets } from './secrets';

/**
 * Makes the data directory where there is none. It is made beside its place and moved in when
 * complete: neither a power cut nor a second starter can leave or see half of it.
 */
export async function initialise(
  cluster: Cluster,
  binaries: Binaries,
  account: Account | null,
): Promise<void> {
  if (await exists(cluster, binaries)) return;
  const parent = path.dirname(cluster.directory);
  await makeFolder(parent);
  await clearDrafts(cluster);
  const draft = await mkdtemp(`${cluster.directory}.new-${process.pid}-`);
  try {
    if (account !== null) await chown(draft, account.uid, account.gid);
    const secrets = { port: await freePort(), password: newPassword() };
    await runInitdb(draft, secrets.password, binaries, account, cluster.durable);
    await writeSecrets(draft, secrets, account);
    await orElse(undefined, ['ENOTEMPTY', 'EEXIST', 'EPERM'], () =>
      rename(draft, cluster.directory),
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await exists(cluster, binaries);
}

/** Makes a folder that belongs to whoever owns the one it is in, so that root leaves no obstacle. */
async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (made === undefined || process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(path.dirname(made));
  await chown(made, uid, gid);
}

/** Whether the data directory is there; throws when it is not one that this Postgres can open. */
async function exists(cluster: Cluster, binaries: Binaries): Promise<boolean> {
  const { directory } = cluster;
  const version = await orElse(null, ['ENOENT'], () =>
    readFile(path.join(directory, 'PG_VERSION'), 'utf8'),
  );
  if (version === null) {
    const entries = await orElse([], ['ENOENT'], () => readdir(directory));
    if (entries.length === 0) return false;
    throw new PostgresProblem(
      `${named(cluster)} is not empty and is not a Postgres data directory. Move it away and start again. Nothing was changed.`,
    );
  }
  if (version.trim() === binaries.major) return true;
  throw new PostgresProblem(
    `${named(cluster)} was made by Postgres ${version.trim()}; the embedded Postgres is ${binaries.major} and cannot open it. Move that folder away and start again to build the paper anew from its content files, or set DATABASE_URL to a Postgres ${version.trim()} server. Nothing was changed.`,
  );
}

/** Removes what starters that were killed left behind. */
async function clearDrafts({ directory }: Cluster): Promise<void> {
  const parent = path.dirname(directory);
  const pattern = new RegExp(`^${path.basename(directory)}\\.new-(\\d+)-`);
  for (const entry of await readdir(parent)) {
    const pid = pattern.exec(entry)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) {
      await rm(path.join(parent, entry), { recursive: true, force: true });
    }
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

async function runInitdb(
  directory: string,
  password: string,
  binaries: Binaries,
  account: Account | null,
  durable: boolean,
): Promise<void> {
  // The system's temporary folder, because the server's account may be unable to reach ours.
  const folder = await mkdtemp(path.join(tmpdir(), 'prism-initdb-'));
  const passwordFile = path.join(folder, 'password');
  const options = { ...account, cwd: directory, env: plainEnvironment() };
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account !== null) {
      await chown(passwordFile, account.uid, account.gid);
      await chown(folder, account.uid, account.gid);
    }
    let complaint: string | null = 'no locale';
    for (const locale of CHARACTER_LOCALES) {
      const args = initdbArguments(dataArgument(directory, account), passwordFile, locale);
      if (!durable) args.push('--no-sync');
      complaint = await run(binaries.initdb, args, options);
      if (complaint === null || !/locale/.test(complaint)) break;
    }
    if (complaint !== null) {
      throw new PostgresProblem(
        `The database in ${directory} could not be made: ${complaint} Nothing was changed.`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Locales that know letters from punctuation beyond ASCII, which the full-text parser asks the
 * system about: with "C" alone a curly quotation mark counts as a letter. First found, first used.
 */
const CHARACTER_LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C'] as const;

/** Sorting and folding are Postgres's own, so that they are the same on every machine. */
function initdbArguments(directory: string, passwordFile: string, locale: string): string[] {
  return [
    `--pgdata=${directory}`,
    `--username=${ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-locale',
    `--lc-ctype=${locale}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--text-search-config=english',
  ];
}

/** Runs a program to its end; answers null, or what it complained of. */
async function run(
  program: string,
  args: readonly string[],
  options: { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv },
): Promise<string | null> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (code === 0) return null;
  return /(?:error|FATAL): .*/.exec(complaint)?.[0] ?? complaint.trim();
}
