import { vi } from 'vitest';
import { ask } from './ask';

/** The values of /metrics by name, labels and all: `prism_request_seconds_count{outcome="hit"}`. */
export async function readMetrics(base: string): Promise<(name: string) => number> {
  const { body } = await ask(`${base}/metrics`);
  const values = new Map(
    body
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const at = line.lastIndexOf(' ');
        return [line.slice(0, at), Number(line.slice(at + 1))] as const;
      }),
  );
  return (name) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`/metrics does not name ${name}`);
    return value;
  };
}

/** Answers that the renderer has given so far. */
export async function renders(base: string): Promise<number> {
  return (await readMetrics(base))('prism_render_seconds_count');
}

/**
 * Waits until changes are announced to delivery (what it rendered before is rendered again), and the
 * front page, which it asks for by itself, is there.
 */
export async function untilListening(base: string): Promise<void> {
  await vi.waitFor(
    async () => {
      if ((await readMetrics(base))('prism_listening') !== 1) throw new Error('delivery is deaf');
    },
    { timeout: 10_000, interval: 50 },
  );
  await ask(`${base}/`);
}
