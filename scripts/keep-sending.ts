import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type CommandOptions, startNode, stopProcess } from './run-command';

/** Milliseconds until a sender that ended by itself is started again. */
const REST = 10_000;

/**
 * Keeps the process running that tells search engines and hubs. Readers do not need it: when it dies,
 * the site goes on, and it is started again. Answers how to stop it.
 */
export function keepSending({ env, signal }: CommandOptions): () => Promise<void> {
  const stopping = new AbortController();
  const stopped = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
  const run = async () => {
    while (!stopped.aborted) {
      // By the channel it notices when we are gone.
      const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const;
      const child = startNode(['--import', 'tsx', 'outbox/main.ts'], { env }, [...stdio]);
      const stop = () => stopProcess(child);
      stopped.addEventListener('abort', stop, { once: true });
      const how = await once(child, 'exit').then(
        ([code, name]) => name ?? `exit code ${code}`,
        String,
      );
      stopped.removeEventListener('abort', stop);
      if (stopped.aborted) return;
      console.error(`The sender of the outbox ended (${how}); starting it again.`);
      await delay(REST, undefined, { signal: stopped }).catch(() => {});
    }
  };
  const ended = run();
  return async () => {
    stopping.abort();
    await ended;
  };
}
