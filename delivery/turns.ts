/** Whom a rendering is for: a reader who waits, or the cache, which can wait. */
export type Urgency = 'reader' | 'background';

/** Thrown when no turn came: too many wait already, or it took too long. */
export class NoTurn extends Error {
  override name = 'NoTurn';
}

export type TurnOptions = Readonly<{
  /** Turns taken at the same time. */
  atOnce: number;
  /** Readers' renderings that may wait; those of the background are bounded by the cache. */
  waiting: number;
  /** Milliseconds that a reader's rendering may wait. */
  patience: number;
}>;

/** A place in the queue. */
export type Turn = Readonly<{
  /** Resolves when the turn comes, with what gives it to the next. Rejects with NoTurn. */
  come: Promise<() => void>;
  /** A reader waits for what began in the background. */
  hurry: () => void;
}>;

/** One who waits; `start` and `giveUp` settle its promise. */
type Place = {
  start: (done: () => void) => void;
  giveUp: (error: NoTurn) => void;
  timer?: NodeJS.Timeout;
};

/** Bounds what is done at once. Readers go first; the background leaves some turns free for them. */
export class Turns {
  readonly #options: TurnOptions;
  readonly #readers = new Set<Place>();
  readonly #background = new Set<Place>();
  #running = 0;

  constructor(options: TurnOptions) {
    this.#options = options;
  }

  get running(): number {
    return this.#running;
  }

  waiting(urgency: Urgency): number {
    return urgency === 'reader' ? this.#readers.size : this.#background.size;
  }

  take(urgency: Urgency): Turn {
    let hurry = () => {};
    const come = new Promise<() => void>((start, giveUp) => {
      const place: Place = { start, giveUp };
      if (urgency === 'reader') this.#queueReader(place);
      else this.#background.add(place);
      hurry = () => {
        if (this.#background.delete(place)) this.#queueReader(place);
        this.#next();
      };
    });
    this.#next();
    return { come, hurry };
  }

  #queueReader(place: Place): void {
    const { atOnce, waiting, patience } = this.#options;
    if (this.#running >= atOnce && this.#readers.size >= waiting) {
      place.giveUp(new NoTurn(`${waiting} wait already`));
      return;
    }
    this.#readers.add(place);
    place.timer = setTimeout(() => {
      this.#readers.delete(place);
      place.giveUp(new NoTurn(`no turn in ${patience} ms`));
    }, patience);
  }

  #next(): void {
    const { atOnce } = this.#options;
    const forBackground = Math.max(1, atOnce - 2);
    while (this.#running < atOnce && this.#startOneOf(this.#readers));
    while (this.#running < forBackground && this.#startOneOf(this.#background));
  }

  #startOneOf(places: Set<Place>): boolean {
    const [place] = places;
    if (place === undefined) return false;
    places.delete(place);
    clearTimeout(place.timer);
    this.#running += 1;
    place.start(() => {
      this.#running -= 1;
      this.#next();
    });
    return true;
  }
}
