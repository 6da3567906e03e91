import type { KeptAnswer } from './answer';
import type { Entry, PageCache } from './cache';
import { isImprovable } from './compress';

/**
 * Compresses again, and better, what was compressed in haste and is read a second time. One at a
 * time: it takes a processor for a good part of a second.
 */
export class Improver {
  readonly #cache: PageCache;
  readonly #improve: (kept: KeptAnswer) => Promise<KeptAnswer>;
  readonly #wanted: Entry[] = [];
  #busy = false;

  constructor(cache: PageCache, improve: (kept: KeptAnswer) => Promise<KeptAnswer>) {
    this.#cache = cache;
    this.#improve = improve;
  }

  add(entry: Entry): void {
    entry.rough = false;
    if (!isImprovable(entry.kept.bodies)) return;
    this.#wanted.push(entry);
    if (!this.#busy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let entry = this.#wanted.shift(); entry !== undefined; entry = this.#wanted.shift()) {
      // Gone or made anew meanwhile.
      if (this.#cache.get(entry.key) !== entry) continue;
      const kept = await this.#improve(entry.kept).catch(() => null);
      if (kept !== null && this.#cache.get(entry.key) === entry) {
        this.#cache.set({ ...entry, kept });
      }
    }
    this.#busy = false;
  }
}
