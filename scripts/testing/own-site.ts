import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { freePort } from '@/lib/postgres/port';
import { startSite } from '../site';

/** A production site of a test's own: its own port, the database it is told. */
export type OwnSite = Readonly<{
  url: string;
  port: number;
  /** Process number of a program of the site whose command line matches. */
  process: (command: RegExp) => Promise<number>;
  stop: () => Promise<void>;
}>;

/**
 * Starts the site that was built last.
 * @param program in delivery's place
 */
export async function openOwnSite(
  databaseUrl: string,
  env: Readonly<Record<string, string>> = {},
  program?: string,
): Promise<OwnSite> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const site = await startSite({
    mode: 'production',
    host: '127.0.0.1',
    port,
    program,
    env: { SITE_URL: url, ...env, DATABASE_URL: databaseUrl },
  });
  return {
    url,
    port,
    process: async (command) => {
      const found = (await descendants(process.pid)).filter(({ args }) => command.test(args));
      const mine = found.at(-1);
      if (mine === undefined) throw new Error(`no process of the site matches ${command}`);
      return mine.pid;
    },
    stop: site.stop,
  };
}

type Process = Readonly<{ pid: number; parent: number; args: string }>;

/** All processes below one, parents first. */
async function descendants(root: number): Promise<readonly Process[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args=']);
  const all = stdout.split('\n').flatMap((line): Process[] => {
    const [, pid, parent, args] = /^ *(\d+) +(\d+) (.*)$/.exec(line) ?? [];
    return args === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }];
  });
  const below = (pid: number): Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
  return below(root);
}
