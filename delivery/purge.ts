import type { KeptAnswer } from './answer';

/** What has changed: keys of what pages show, or everything. */
export type Purge = ReadonlySet<string> | 'everything';

/** Stands for whatever a page without keys may show: it goes with every purge. */
export const UNKNOWN = '?';

/**
 * The keys by which an answer is purged. One that never changes (a hashed file) has none; one whose
 * dependencies are not known, or that says that nothing is there yet, goes with every purge.
 */
export function dependenciesOf({ status, headers, keys }: KeptAnswer): readonly string[] {
  if (status === 200 && keys.length > 0) return keys;
  if (/\bimmutable\b/.test(headers['cache-control'] ?? '')) return [];
  return [UNKNOWN];
}

/** Whether an answer must be rendered again after these purges. */
export function concerns(purges: readonly Purge[], answer: KeptAnswer): boolean {
  if (purges.length === 0) return false;
  const dependencies = dependenciesOf(answer);
  return purges.some(
    (purge) =>
      dependencies.length > 0 &&
      (purge === 'everything' || dependencies.some((key) => key === UNKNOWN || purge.has(key))),
  );
}
