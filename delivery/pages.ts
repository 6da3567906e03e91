import type { KeptAnswer } from './answer';
import type { Entry, PageCache } from './cache';
import { type Filled, Filler, type FillFailure, type FillOptions } from './fill';
import { Improver } from './improver';
import { isFeed } from './lifetime';
import type { Purge } from './purge';
import type { Urgency } from './turns';

/** All in milliseconds. */
export const FRESHNESS = {
  /** Trust in an answer while nobody tells us of changes. */
  unwatched: 2_000,
  /** A page read within this time is rendered again as soon as it changes. */
  recently: 5 * 60_000,
  /** A reader's wait for the new page where an old one could be had. */
  patience: 1_000,
  /** After a failed rendering; doubled after each more. */
  firstRetry: 1_000,
  lastRetry: 10_000,
} as const;

/** What a reader gets. */
export type Served = Readonly<{
  kept: KeptAnswer;
  /** Seconds since it was rendered. */
  age: number;
  /** It may not be what would be rendered now. */
  stale: boolean;
  /** Made for this reader. */
  filled: boolean;
}>;

export type PagesOptions = Pick<FillOptions, 'turnsFor' | 'ask' | 'prepare'> &
  Readonly<{
    cache: PageCache;
    /** Milliseconds since 1970. */
    now?: () => number;
    /** Compresses better what was prepared in haste. */
    improve?: (kept: KeptAnswer) => Promise<KeptAnswer>;
    onFilled?: (key: string) => void;
    onFailed?: (key: string, failure: FillFailure) => void;
  }>;

/** The site's answers: kept ones while they are true, new ones as soon as they are not. */
export class Pages {
  readonly #cache: PageCache;
  readonly #filler: Filler;
  readonly #now: () => number;
  readonly #improver: Improver | null;
  #watched = false;

  constructor(options: PagesOptions) {
    const { cache, now = Date.now, improve, onFilled, onFailed, ...fill } = options;
    this.#cache = cache;
    this.#now = now;
    this.#improver = improve === undefined ? null : new Improver(cache, improve);
    this.#filler = new Filler({
      ...fill,
      onFilled: (key, filled) => {
        this.#keep(key, filled);
        onFilled?.(key);
      },
      onFailed: (key, failure) => {
        this.#postpone(key);
        onFailed?.(key, failure);
      },
    });
  }

  /** The kept answer if it is known to be true. This is all that happens for most requests. */
  fresh(key: string): Served | undefined {
    const entry = this.#cache.get(key);
    if (entry === undefined) return undefined;
    const now = this.#now();
    if (!this.#isFresh(entry, now)) return undefined;
    entry.readAt = now;
    if (entry.rough) this.#improver?.add(entry);
    return servedFrom(entry, now, false);
  }

  /** The best answer to be had for a key. Throws FillFailure when there is none. */
  async answer(key: string): Promise<Served> {
    const entry = this.#cache.get(key);
    if (entry === undefined) return servedAnew(await this.#filler.fill(key, 'reader'));
    const now = this.#now();
    entry.readAt = now;
    if (this.#isFresh(entry, now)) return servedFrom(entry, now, false);
    if (now < entry.retryAt) return servedFrom(entry, now, true);
    if (!mayBeServedMeanwhile(entry)) {
      const renewed = await Promise.race([this.#refresh(key, 'reader'), patienceEnds()]);
      return renewed === null ? servedFrom(entry, this.#now(), true) : servedAnew(renewed);
    }
    void this.#refresh(key, 'background');
    return servedFrom(entry, now, true);
  }

  /** What was said of these keys is no longer true. Answers how many entries that concerns. */
  purge(purge: Purge): number {
    this.#filler.purge(purge);
    const now = this.#now();
    const affected = this.#cache.affectedBy(purge);
    for (const entry of affected) {
      entry.purged = true;
      entry.failures = 0;
      entry.retryAt = 0;
      const isRead = now - entry.readAt < FRESHNESS.recently;
      if (isRead && entry.kept.status === 200) void this.#refresh(entry.key, 'background');
    }
    return affected.length;
  }

  /**
   * Stories that have these addresses and keys were withdrawn: they are not shown again, not even
   * while nothing else can be had. A list names a story, but a feed holds all of it, a card its headline.
   */
  withdraw(named: readonly string[]): void {
    const texts = named.flatMap((path) => (path.startsWith('/') ? [path, `${path}.md`] : []));
    for (const path of texts) {
      if (this.#cache.get(path)?.kept.status === 200) this.#cache.delete(path);
    }
    for (const { key } of this.#cache.affectedBy(new Set(named))) {
      if (isFeed(key) || key.startsWith('/card/')) this.#cache.delete(key);
    }
  }

  /** The number of the edition that the renderer reads from now on. */
  learn(edition: string): void {
    this.#filler.learn(edition);
  }

  /** Whether changes are announced to us just now. While they are not, nothing is trusted for long. */
  watch(watched: boolean): void {
    this.#watched = watched;
  }

  #isFresh(entry: Entry, now: number): boolean {
    return (
      now < entry.freshUntil &&
      !entry.purged &&
      (this.#watched || now < entry.filledAt + FRESHNESS.unwatched)
    );
  }

  #keep(key: string, { kept, current }: Filled): void {
    const now = this.#now();
    const before = this.#cache.get(key);
    if (kept.freshFor <= 0) {
      this.#cache.delete(key);
      return;
    }
    this.#cache.set({
      key,
      kept,
      filledAt: now,
      freshUntil: now + kept.freshFor,
      purged: !current,
      rough: true,
      readAt: before?.readAt ?? now,
      failures: 0,
      retryAt: 0,
    });
  }

  #postpone(key: string): void {
    const entry = this.#cache.get(key);
    if (entry === undefined) return;
    const { firstRetry, lastRetry } = FRESHNESS;
    const pause = Math.min(lastRetry, firstRetry * 2 ** Math.min(entry.failures, 10));
    entry.failures += 1;
    entry.retryAt = this.#now() + pause;
  }

  /** Null where it failed: the old answer must do. */
  #refresh(key: string, urgency: Urgency): Promise<Filled | null> {
    return this.#filler.fill(key, urgency).catch(() => null);
  }
}

/**
 * An answer past its time does no harm while it is made anew; one that is known to be untrue does,
 * and so does "not found" at an address that may have been given a page.
 */
function mayBeServedMeanwhile({ purged, kept }: Entry): boolean {
  return !purged && kept.status === 200;
}

function patienceEnds(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, FRESHNESS.patience, null).unref();
  });
}

function servedFrom({ kept, filledAt }: Entry, now: number, stale: boolean): Served {
  return { kept, age: Math.floor((now - filledAt) / 1000), stale, filled: false };
}

function servedAnew({ kept, current }: Filled): Served {
  return { kept, age: 0, stale: !current, filled: true };
}
