import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Coding, KeptAnswer } from './answer';
import { isUnchanged } from './conditions';
import { whenStale } from './lifetime';
import { chooseCoding } from './negotiate';

export type RespondOptions = Readonly<{
  /** It may no longer be true: said to whoever asks, and shared caches shall not settle on it. */
  stale?: boolean;
  /**
   * Seconds since it was rendered; told of stale answers only. Of any other we know that nothing
   * was published since: it is as good as rendered now, and an Age beyond `max-age` would make every
   * browser ask again.
   */
  age?: number;
  /** Not from memory: rendered for this reader. */
  filled?: boolean;
  /** Told back, so that a reader's complaint can be found in the logs. */
  requestId?: string;
}>;

/** Where an answer comes from, in the words of Cache-Status (RFC 9211). */
const ORIGINS = {
  hit: 'prism; hit',
  filled: 'prism; fwd=miss; stored',
  stale: 'prism; fwd=stale; detail=served-stale',
} as const;

type Origin = keyof typeof ORIGINS;

/** Who asks: a reader's own browser, or a cache between us and readers. */
type Audience = 'reader' | 'cache';

/** One answer in one coding with its header fields laid out as `writeHead` writes them. */
type Layout = Readonly<{ body: Buffer; etag: string; whole: string[]; unchanged: string[] }>;

type Layouts = Partial<Record<`${Origin} ${Audience} ${Coding}`, Layout>>;

/** Laid out once for all readers; gone with the answer. */
const layouts = new WeakMap<KeptAnswer, Layouts>();

/** By these shared caches know what they hold; on the front page they are 3 KB, of no use to a browser. */
const FOR_CACHES = ['surrogate-key', 'cache-tag'];

/** What a 304 carries (RFC 9110, 15.4.5), and the keys. */
const OF_UNCHANGED = ['cache-control', 'vary', ...FOR_CACHES, 'last-modified'];

/** What proxies and CDNs add to what they pass on (RFC 9110, 7.6.3; RFC 8586; RFC 7239). */
const OF_PASSED_ON = ['via', 'cdn-loop', 'forwarded', 'x-forwarded-for'];

/**
 * Sends a kept answer: in the coding that the reader prefers, without body to HEAD, as 304 to who
 * has it already. Answers the status that was sent.
 */
export function respond(
  request: IncomingMessage,
  response: ServerResponse,
  kept: KeptAnswer,
  options: RespondOptions = {},
): number {
  const { headers, method } = request;
  const origin = options.stale ? 'stale' : options.filled ? 'filled' : 'hit';
  const coding = chooseCoding(headers['accept-encoding'], kept.bodies);
  const audience = OF_PASSED_ON.some((name) => name in headers) ? 'cache' : 'reader';
  const { body, etag, whole, unchanged } = layoutOf(kept, origin, audience, coding);
  // Conditions are about a page that is there (RFC 9110, 13.2.1).
  const known = kept.status === 200 && isUnchanged(headers, etag, kept.lastModified);
  const status = known ? 304 : kept.status;
  response.writeHead(status, withOwn(known ? unchanged : whole, options));
  if (known || method === 'HEAD') response.end();
  else response.end(body);
  return status;
}

/** Adds the fields of this one sending. */
function withOwn(fields: string[], { stale, age, requestId }: RespondOptions): string[] {
  if (requestId === undefined && !stale) return fields;
  const own = [...fields];
  if (stale && age !== undefined) own.push('age', String(Math.max(0, Math.floor(age))));
  if (requestId !== undefined) own.push('x-request-id', requestId);
  return own;
}

function layoutOf(kept: KeptAnswer, origin: Origin, audience: Audience, coding: Coding): Layout {
  let known = layouts.get(kept);
  if (known === undefined) {
    known = {};
    layouts.set(kept, known);
  }
  known[`${origin} ${audience} ${coding}`] ??= layOut(kept, origin, audience, coding);
  return known[`${origin} ${audience} ${coding}`] as Layout;
}

function layOut(kept: KeptAnswer, origin: Origin, audience: Audience, coding: Coding): Layout {
  const body = kept.bodies[coding] ?? kept.bodies.identity;
  const etag = kept.etags[coding] ?? kept.etags.identity;
  const headers: Record<string, string> = { ...kept.headers, 'cache-status': ORIGINS[origin] };
  const cacheControl = headers['cache-control'];
  if (audience === 'reader') for (const name of FOR_CACHES) delete headers[name];
  if (origin === 'stale' && cacheControl) headers['cache-control'] = whenStale(cacheControl);
  const shared = kept.status === 200 ? ['etag', etag] : [];
  const coded = coding === 'identity' ? [] : ['content-encoding', coding];
  const length = ['content-length', String(body.byteLength)];
  const ofUnchanged = Object.entries(headers).filter(
    ([name]) => OF_UNCHANGED.includes(name) || name === 'cache-status',
  );
  return {
    body,
    etag,
    whole: [...Object.entries(headers).flat(), ...shared, ...coded, ...length],
    unchanged: [...ofUnchanged.flat(), ...shared],
  };
}
