import type { Upcoming } from './session';

/** Milliseconds. Timers may run a little early; the longest that they can wait is 2^31. */
const MARGIN = 5;
const LONGEST = 60 * 60_000;

/** What has come to pass. */
export type Due = Readonly<{ keys: ReadonlySet<string>; withdrawn: readonly string[] }>;

/** Tells of pages at the instants at which they change by themselves. */
export class Timetable {
  readonly #onDue: (due: Due) => void;
  #rows: readonly Upcoming[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(onDue: (due: Due) => void) {
    this.#onDue = onDue;
  }

  /** @param rows soonest first, in place of those before */
  set(rows: readonly Upcoming[]): void {
    this.#rows = rows;
    this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const [next] = this.#rows;
    if (next === undefined) return;
    const pause = Math.max(0, next.at.getTime() + MARGIN - Date.now());
    this.#timer = setTimeout(() => this.#look(), Math.min(pause, LONGEST));
    this.#timer.unref();
  }

  #look(): void {
    const now = Date.now();
    const due = this.#rows.filter(({ at }) => at.getTime() <= now);
    this.#rows = this.#rows.slice(due.length);
    if (due.length > 0) {
      this.#onDue({
        keys: new Set(due.flatMap(({ keys }) => keys)),
        withdrawn: due.flatMap(({ withdrawn }) => withdrawn),
      });
    }
    this.#wait();
  }
}
