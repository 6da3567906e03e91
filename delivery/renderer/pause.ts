/** Milliseconds. */
const SHORTEST = 250;
const LONGEST = 10_000;
const HEALTHY = 60_000;

export type Pause = Readonly<{ milliseconds: number; failures: number }>;

/**
 * How long to wait before the next start: none the first time, then doubling, from the beginning
 * again after a minute of health.
 * @param failures ends in a row before this one
 * @param healthy milliseconds that it served
 */
export function nextPause(failures: number, healthy: number): Pause {
  if (failures === 0 || healthy >= HEALTHY) return { milliseconds: 0, failures: 1 };
  const milliseconds = Math.min(LONGEST, SHORTEST * 2 ** (failures - 1));
  return { milliseconds, failures: failures + 1 };
}
