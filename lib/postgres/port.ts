import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { PostgresProblem } from './problem';

/** Below the range systems give to outgoing connections, so that the port stays ours. */
const [LOWEST, HIGHEST] = [20_000, 32_000];

/** Whether a server could listen on this port of 127.0.0.1 now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      probe.close(() => resolve(true)),
    );
  });
}

/** A free port of 127.0.0.1: `preferred` when it is free, else one by chance. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isFree(preferred))) return preferred;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new PostgresProblem('No port of 127.0.0.1 is free for the embedded Postgres.');
}
