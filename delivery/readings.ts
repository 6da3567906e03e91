import { wait } from './wait';

/** How often a story was read within an hour, given by its beginning. */
export type Reading = Readonly<{ id: string; hour: string; readings: number }>;

export const COUNTING = {
  /** Milliseconds between two times that what was counted is added to the database's counts. */
  every: 60_000,
  /** Numbers kept at most, one for a story and an hour: what a database that is away may cost. */
  most: 10_000,
  /** Numbers in one statement, so that none takes long. */
  atOnce: 1_000,
} as const;

const HOUR = 3_600_000;

export type ReadingsOptions = Readonly<{
  /** Adds to the counts of the database. Throws when that fails. */
  add: (readings: readonly Reading[]) => Promise<void>;
  onAdded?: (readings: number) => void;
  /** They are kept, and added the next time. */
  onFailed?: (error: unknown) => void;
  /** There was no room for them. */
  onLost?: (readings: number) => void;
  every?: number;
  most?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
}>;

/**
 * Counts readings, and adds them to the counts of the database every minute and at the end. An
 * answer that is lost may let a minute's count twice; a database that is away costs none.
 */
export class Readings {
  readonly #options: ReadingsOptions;
  readonly #now: () => number;
  readonly #most: number;
  readonly #stopping = new AbortController();
  readonly #ended: Promise<void>;
  /** By the hour's number since 1970, by the story's id. */
  #counts = new Map<number, Map<string, number>>();
  #size = 0;

  constructor(options: ReadingsOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#most = options.most ?? COUNTING.most;
    this.#ended = this.#run(options.every ?? COUNTING.every);
  }

  /** A story was read. All that happens while a reader is served. */
  readonly count = (id: string): void => {
    this.#add(id, Math.floor(this.#now() / HOUR), 1);
  };

  /** Adds what is left. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#ended;
    await this.#flush();
  }

  async #run(every: number): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await wait(every, signal);
      if (!signal.aborted) await this.#flush();
    }
  }

  async #flush(): Promise<void> {
    const { add, onAdded, onFailed } = this.#options;
    const counted = this.#take();
    while (counted.length > 0) {
      const next = counted.slice(0, COUNTING.atOnce);
      try {
        await add(next);
      } catch (error) {
        for (const { id, hour, readings } of counted) {
          this.#add(id, Date.parse(hour) / HOUR, readings);
        }
        onFailed?.(error);
        return;
      }
      counted.splice(0, next.length);
      onAdded?.(next.reduce((sum, { readings }) => sum + readings, 0));
    }
  }

  #take(): Reading[] {
    const counts = this.#counts;
    this.#counts = new Map();
    this.#size = 0;
    return [...counts].flatMap(([number, stories]) => {
      const hour = new Date(number * HOUR).toISOString();
      return [...stories].map(([id, readings]) => ({ id, hour, readings }));
    });
  }

  #add(id: string, hour: number, readings: number): void {
    let stories = this.#counts.get(hour);
    if (stories === undefined) {
      stories = new Map();
      this.#counts.set(hour, stories);
    }
    const before = stories.get(id);
    if (before !== undefined) {
      stories.set(id, before + readings);
    } else if (this.#size < this.#most) {
      stories.set(id, readings);
      this.#size += 1;
    } else {
      this.#options.onLost?.(readings);
    }
  }
}
