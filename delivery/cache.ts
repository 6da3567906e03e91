import { LRUCache } from 'lru-cache';
import { pageKeys } from '@/lib/text/page-keys';
import type { KeptAnswer } from './answer';
import { dependenciesOf, type Purge, UNKNOWN } from './purge';

/** One kept answer and what has become of it since. Instants are milliseconds since 1970. */
export type Entry = {
  readonly key: string;
  readonly kept: KeptAnswer;
  /** Compressed in haste, for the first reader. */
  rough: boolean;
  readonly filledAt: number;
  /** From then on it must be asked for again. */
  freshUntil: number;
  /** What it shows has changed: readers should not get it while a new one can be had. */
  purged: boolean;
  readAt: number;
  /** Renderings that failed since; the next is tried at `retryAt`. */
  failures: number;
  retryAt: number;
};

/** What an entry costs beside its bodies: headers, keys, the maps it is in. In bytes, measured. */
const OVERHEAD = 2_048;

export type CacheSize = Readonly<{ bytes: number; entries: number }>;

/**
 * Answers in memory, bounded in bytes, least recently used first out. What anyone can make up
 * without end (unknown addresses, questions to the search) and what is read from end to end now and
 * then (the files of a sitemap) has a small place of its own, so that no flood of it drives out a story.
 */
export class PageCache {
  /** Called for every entry that had to go for want of room. */
  onEvict: () => void = () => {};
  readonly #pages: LRUCache<string, Entry>;
  readonly #passing: LRUCache<string, Entry>;
  readonly #byDependency = new Map<string, Set<Entry>>();

  /** @param bytes for all together; an eighth of it for what is passing */
  constructor(bytes: number) {
    const passing = Math.floor(bytes / 8);
    this.#pages = this.#place(bytes - passing);
    this.#passing = this.#place(passing);
  }

  get(key: string): Entry | undefined {
    return this.#pages.get(key) ?? this.#passing.get(key);
  }

  /** Keeps it in place of what was under its key; not if it is too large to be kept at all. */
  set(entry: Entry): void {
    const [place, other] = isPassing(entry)
      ? [this.#passing, this.#pages]
      : [this.#pages, this.#passing];
    other.delete(entry.key);
    place.set(entry.key, entry);
  }

  /** Every entry that a purge concerns, most recently read first. */
  affectedBy(purge: Purge): readonly Entry[] {
    const affected = new Set<Entry>();
    const keys = purge === 'everything' ? this.#byDependency.keys() : [...purge, UNKNOWN];
    for (const key of keys) {
      for (const entry of this.#byDependency.get(key) ?? []) affected.add(entry);
    }
    return [...affected].sort((one, other) => other.readAt - one.readAt);
  }

  delete(key: string): void {
    this.#pages.delete(key);
    this.#passing.delete(key);
  }

  sizes(): Readonly<{ pages: CacheSize; passing: CacheSize }> {
    const sizeOf = (place: LRUCache<string, Entry>) => ({
      bytes: place.calculatedSize,
      entries: place.size,
    });
    return { pages: sizeOf(this.#pages), passing: sizeOf(this.#passing) };
  }

  #place(maxSize: number): LRUCache<string, Entry> {
    return new LRUCache<string, Entry>({
      maxSize,
      // The largest picture must not empty the place.
      maxEntrySize: Math.floor(maxSize / 4),
      sizeCalculation: ({ kept, key }) => kept.size + 2 * key.length + OVERHEAD,
      onInsert: (entry) => this.#index(entry),
      dispose: (entry, _key, reason) => {
        this.#forget(entry);
        if (reason === 'evict') this.onEvict();
      },
    });
  }

  #index(entry: Entry): void {
    for (const key of dependenciesOf(entry.kept)) {
      const entries = this.#byDependency.get(key);
      if (entries === undefined) this.#byDependency.set(key, new Set([entry]));
      else entries.add(entry);
    }
  }

  #forget(entry: Entry): void {
    for (const key of dependenciesOf(entry.kept)) {
      const entries = this.#byDependency.get(key);
      entries?.delete(entry);
      if (entries?.size === 0) this.#byDependency.delete(key);
    }
  }
}

/** Whether there are many of its kind, and few that are read often. */
function isPassing({ key, kept }: Entry): boolean {
  return kept.status !== 200 || kept.keys.includes(pageKeys.search) || key.startsWith('/sitemap-');
}
