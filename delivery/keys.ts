/**
 * Longest list of keys in a header, in characters. Proxies and CDNs refuse headers of some 8 KB, and
 * the list is sent twice.
 */
const LONGEST_LIST = 3000;

/** In place of a list that is too long: to be purged with every publication. */
export const ANY = 'any';

/** Letters that separate keys in one header or the other, or end it. */
const KEY = /^[!-+\--~]+$/;

/** The keys in a renderer's `x-prism-keys`, each once. */
export function parseKeys(header: string | undefined): readonly string[] {
  const keys = (header ?? '').split(' ').filter((key) => KEY.test(key));
  return [...new Set(keys)];
}

/** The keys as CDNs read them: Fastly and others by Surrogate-Key, Cloudflare and others by Cache-Tag. */
export function keyHeaders(keys: readonly string[]): Record<string, string> {
  if (keys.length === 0) return {};
  const list = keys.join(' ');
  const told = list.length > LONGEST_LIST ? [ANY] : keys;
  return { 'surrogate-key': told.join(' '), 'cache-tag': told.join(',') };
}
