import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** `npm run outbox` as it runs, and what it has printed when it ends. */
export type OutboxCommand = Readonly<{
  child: ChildProcess;
  ended: Promise<Readonly<{ code: number | null; printed: string }>>;
}>;

export function runOutbox(
  flags: readonly string[],
  variables: Readonly<Record<string, string>>,
): OutboxCommand {
  const child = spawn(process.execPath, ['--import', 'tsx', 'outbox/command.ts', ...flags], {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  return { child, ended: once(child, 'close').then(([code]) => ({ code, printed })) };
}
