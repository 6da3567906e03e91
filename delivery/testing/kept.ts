import type { KeptAnswer } from '../answer';

/** A kept answer whose body is `text`. */
export function keptAnswer(text: string, parts: Partial<KeptAnswer> = {}): KeptAnswer {
  const identity = Buffer.from(text);
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    bodies: { identity },
    etags: { identity: `"${text}"` },
    lastModified: null,
    keys: ['front'],
    story: null,
    freshFor: 60_000,
    size: identity.byteLength,
    ...parts,
  };
}
