import type { KeptAnswer, RenderedAnswer } from './answer';
import { concerns, type Purge } from './purge';
import type { Turn, Turns, Urgency } from './turns';

/** How often a page is rendered again because what it shows changed meanwhile. */
const ATTEMPTS = 3;

/** Thrown when there is no answer worth keeping. The status is what a reader is told. */
export class FillFailure extends Error {
  override name = 'FillFailure';
  constructor(
    readonly status: 500 | 503,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

export type Filled = Readonly<{
  kept: KeptAnswer;
  /** False when a purge concerned it while it was being made: it may show what was before. */
  current: boolean;
}>;

export type FillOptions = Readonly<{
  /** The queue in which an answer waits to be made. */
  turnsFor: (key: string) => Turns;
  /** Asks the renderer. Throws when it does not answer. */
  ask: (key: string) => Promise<RenderedAnswer>;
  /** Throws FillFailure, or something that is a bug. */
  prepare: (rendered: RenderedAnswer, key: string) => Promise<KeptAnswer>;
  /** Told once of each answer made, before any of those who wait. */
  onFilled: (key: string, filled: Filled) => void;
  /** Told once of each that could not be made. */
  onFailed: (key: string, failure: FillFailure) => void;
}>;

/** What is being made for one key, for all who ask for it. */
type Flight = { turn: Turn; filled: Promise<Filled>; purges: Purge[] };

/** Makes answers: once for all who wait for the same, and a bounded number at once. */
export class Filler {
  readonly #options: FillOptions;
  readonly #flights = new Map<string, Flight>();
  /** Known last: announced, or that a page was read from; null before the first. */
  #edition: string | null = null;

  constructor(options: FillOptions) {
    this.#options = options;
  }

  /** Makes the answer for a key, or joins who is making it. Throws FillFailure. */
  fill(key: string, urgency: Urgency): Promise<Filled> {
    const underway = this.#flights.get(key);
    if (underway !== undefined) {
      if (urgency === 'reader') underway.turn.hurry();
      return underway.filled;
    }
    const turn = this.#options.turnsFor(key).take(urgency);
    const purges: Purge[] = [];
    const filled = this.#finish(key, this.#make(key, turn, purges));
    this.#flights.set(key, { turn, filled, purges });
    return filled;
  }

  /** Whatever is being made now was perhaps begun before this change. */
  purge(purge: Purge): void {
    for (const { purges } of this.#flights.values()) purges.push(purge);
  }

  /** A new edition was announced: a page rendered from now on need not find that out by itself. */
  learn(edition: string): void {
    this.#edition = edition;
  }

  async #finish(key: string, making: Promise<Filled>): Promise<Filled> {
    try {
      const filled = await making;
      this.#options.onFilled(key, filled);
      return filled;
    } catch (error) {
      if (error instanceof FillFailure) this.#options.onFailed(key, error);
      throw error;
    } finally {
      this.#flights.delete(key);
    }
  }

  async #make(key: string, turn: Turn, purges: Purge[]): Promise<Filled> {
    const done = await turn.come.catch((error: Error) => {
      throw new FillFailure(503, error.message);
    });
    try {
      for (let attempt = 1; ; attempt += 1) {
        purges.length = 0;
        const before = this.#edition;
        const rendered = await this.#render(key);
        const whole = this.#isOfOneEdition(rendered, before);
        if (!whole && attempt < ATTEMPTS) continue;
        const kept = await this.#prepare(rendered, key);
        const current = whole && !concerns(purges, kept);
        if (current || attempt === ATTEMPTS) return { kept, current };
      }
    } finally {
      done();
    }
  }

  /**
   * A page is read in several statements, the edition's number in the last. When that is the one
   * known before the first, nothing was published in between: the page is not half one edition and
   * half the next, however late the announcement comes.
   */
  #isOfOneEdition({ headers }: RenderedAnswer, before: string | null): boolean {
    const edition = headers['x-prism-edition'];
    if (edition === undefined) return true;
    this.#edition = edition;
    return edition === before;
  }

  async #render(key: string): Promise<RenderedAnswer> {
    const rendered = await this.#options.ask(key).catch((error: Error) => {
      throw new FillFailure(503, error.message, { cause: error });
    });
    if (rendered.status >= 500 && !isMeant(rendered)) {
      throw new FillFailure(rendered.status === 500 ? 500 : 503, `answered ${rendered.status}`);
    }
    return rendered;
  }

  async #prepare(rendered: RenderedAnswer, key: string): Promise<KeptAnswer> {
    try {
      return await this.#options.prepare(rendered, key);
    } catch (error) {
      if (error instanceof FillFailure) throw error;
      throw new FillFailure(500, 'could not be prepared', { cause: error });
    }
  }
}

/** Whether a failure is what the renderer has to say of this very address, and not of all. */
function isMeant({ headers }: RenderedAnswer): boolean {
  return headers['x-prism-answer'] !== undefined;
}
