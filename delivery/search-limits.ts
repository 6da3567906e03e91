import { LRUCache } from 'lru-cache';

const MINUTE = 60_000;

/** Clients that are remembered: those who searched last. One takes some hundred bytes. */
const CLIENTS = 10_000;

/** What is left of an allowance, and when (in milliseconds) it was reckoned. */
type Bucket = { tokens: number; at: number };

export type SearchLimitsOptions = Readonly<{
  /** Searches a minute, evenly refilled; as many may come at once. */
  perClient: number;
  inAll: number;
  /** Milliseconds, never going back. */
  now?: () => number;
}>;

/**
 * How many searches are rendered, for one client and for all: token buckets. One that is refused takes nothing
 * from either, so that who asks too much leaves the others theirs.
 */
export class SearchLimits {
  readonly #perClient: number;
  readonly #inAll: number;
  readonly #now: () => number;
  readonly #clients = new LRUCache<string, Bucket>({ max: CLIENTS });
  readonly #all: Bucket;

  constructor({ perClient, inAll, now = () => performance.now() }: SearchLimitsOptions) {
    this.#perClient = perClient;
    this.#inAll = inAll;
    this.#now = now;
    this.#all = { tokens: inAll, at: now() };
  }

  /** Takes one search for a client. Null, or the whole seconds after which there will be one. */
  take(client: string): number | null {
    const now = this.#now();
    const own = this.#clients.get(client) ?? { tokens: this.#perClient, at: now };
    refill(own, this.#perClient, now);
    refill(this.#all, this.#inAll, now);
    const wait = Math.max(waitFor(own, this.#perClient), waitFor(this.#all, this.#inAll));
    if (wait > 0) return Math.ceil(wait / 1000);
    own.tokens -= 1;
    this.#all.tokens -= 1;
    this.#clients.set(client, own);
    return null;
  }
}

function refill(bucket: Bucket, perMinute: number, now: number): void {
  bucket.tokens = Math.min(perMinute, bucket.tokens + ((now - bucket.at) * perMinute) / MINUTE);
  bucket.at = now;
}

/** Milliseconds until there is a whole token. */
function waitFor({ tokens }: Bucket, perMinute: number): number {
  return tokens >= 1 ? 0 : ((1 - tokens) * MINUTE) / perMinute;
}
