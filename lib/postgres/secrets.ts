import { randomBytes } from 'node:crypto';
import { chmod, chown, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Account } from './account';
import type { Cluster } from './cluster';
import { orElse } from './problem';

/** What must be remembered to reach an embedded cluster. Kept inside its data directory. */
const schema = z.object({ port: z.number().int(), password: z.string() });
export type Secrets = Readonly<z.infer<typeof schema>>;

const file = (directory: string) => path.join(directory, 'prism.json');

/** Null when the cluster has not been made yet. */
export async function readSecrets({ directory }: Cluster): Promise<Secrets | null> {
  const text = await orElse(null, ['ENOENT', 'ENOTDIR'], () => readFile(file(directory), 'utf8'));
  return text === null ? null : schema.parse(JSON.parse(text));
}

/** Writes the file so that a power cut leaves the old one or the new one. */
export async function writeSecrets(
  directory: string,
  secrets: Secrets,
  account: Account | null,
): Promise<void> {
  const draft = `${file(directory)}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(secrets)}\n`, { mode: 0o600, flush: true });
  await chmod(draft, 0o600);
  if (account !== null) await chown(draft, account.uid, account.gid);
  await rename(draft, file(directory));
}

export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
