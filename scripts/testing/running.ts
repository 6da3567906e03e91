import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program under test, and what it has printed so far. */
export type Running = Readonly<{
  child: ChildProcess;
  printed: () => string;
  /** Waits for words in its output; fails when it ends without them. */
  says: (words: RegExp) => Promise<void>;
  /** Its exit code, when it has ended. */
  ended: Promise<number | null>;
}>;

/** Runs a Node program in a process group of its own, with these variables and none of ours. */
export function runIn(
  folder: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  account: { uid?: number; gid?: number } = {},
): Running {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, args, {
    ...account,
    cwd: folder,
    detached: true,
    env: { PATH, HOME, NODE_ENV: 'production', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const readers = new Set<() => void>();
  const collect = (chunk: Buffer) => {
    text += chunk.toString();
    for (const reader of readers) reader();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = once(child, 'close').then(([code]): number | null => code);
  return {
    child,
    ended,
    printed: () => text,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => words.test(text) && resolve();
        readers.add(look);
        look();
        void ended.then(() => reject(new Error(`ended without ${words}:\n${text}`)));
      }),
  };
}
