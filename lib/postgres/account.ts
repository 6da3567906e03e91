import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Cluster, ROOT } from './cluster';
import { orElse } from './problem';

/** A system account the server runs as. */
export type Account = Readonly<{ uid: number; gid: number }>;

/** What "nobody" is where the system lists no such account. */
const NOBODY: Account = { uid: 65_534, gid: 65_534 };

/**
 * Postgres refuses to run as root. Answers whom it runs as instead: the owner of the data or of
 * the checkout when that is not root, else `postgres`, else `nobody`. Null: as whoever we are.
 */
export async function serverAccount({ directory }: Cluster): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  for (const folder of [directory, path.dirname(directory), ROOT]) {
    const owner = await orElse(null, ['ENOENT'], () => stat(folder));
    if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  }
  return (await listed('postgres')) ?? (await listed('nobody')) ?? NOBODY;
}

async function listed(name: string): Promise<Account | null> {
  const accounts = await orElse('', ['ENOENT'], () => readFile('/etc/passwd', 'utf8'));
  const fields = accounts
    .split('\n')
    .map((line) => line.split(':'))
    .find(([first]) => first === name);
  if (fields === undefined) return null;
  // macOS lists nobody as -2, which setuid takes as an unsigned number.
  const [uid, gid] = [Number(fields[2]) >>> 0, Number(fields[3]) >>> 0];
  return uid === 0 ? null : { uid, gid };
}
