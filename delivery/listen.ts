import { z } from 'zod';
import { pageKeys } from '@/lib/text/page-keys';
import type { Purge } from './purge';
import type { Reading } from './readings';
import type { Session } from './session';
import { Timetable } from './timetable';
import { wait } from './wait';

/** Milliseconds. A change that is not announced is found after the first three together. */
export const PACE = {
  /** Between two questions whether the connection lives and nothing was missed. */
  heartbeat: 2_000,
  /** For any answer of the database. */
  patience: 2_000,
  /** An announcement may arrive a little after the version it announces can be read. */
  grace: 200,
  /** Before the first new connection; doubled after each more. */
  firstRetry: 250,
  lastRetry: 2_000,
} as const;

const announcement = z.object({
  version: z.union([z.number(), z.string()]).pipe(z.coerce.bigint()),
  keys: z.array(z.string()),
});

/** What is asked of a connection. */
export type Announcements = Pick<
  Session,
  'broken' | 'open' | 'version' | 'upcoming' | 'withdrawn' | 'addReadings' | 'close'
>;

export type ListenEvent =
  | Readonly<{ kind: 'listening'; version: bigint }>
  | Readonly<{ kind: 'lost'; reason: string; again: number }>
  | Readonly<{ kind: 'missed'; version: bigint }>;

export type ListenOptions = Readonly<{
  /** Makes a new connection, not yet opened. */
  connect: (patience: number, onAnnounced: (payload: string) => void) => Announcements;
  onPurge: (purge: Purge) => void;
  /** The stories that have these addresses and keys are withdrawn. */
  onWithdrawn: (paths: readonly string[]) => void;
  /** The number of the edition that is read from now on. Told before its purge. */
  onEdition: (version: bigint) => void;
  /** True: every change will be told from now on. False: that is over. */
  onWatched: (watched: boolean) => void;
  onEvent: (event: ListenEvent) => void;
  pace?: Readonly<Record<keyof typeof PACE, number>>;
}>;

/** Listens to publishing as long as the process lives, whatever becomes of the database. */
export class Listener {
  readonly #options: ListenOptions;
  readonly #pace: Readonly<Record<keyof typeof PACE, number>>;
  readonly #timetable: Timetable;
  readonly #stopping = new AbortController();
  readonly #ended: Promise<void>;
  /** The connection, while there is one that answers. */
  #session: Announcements | null = null;
  /** Of the paper that all kept answers are true to; null before the first connection. */
  #version: bigint | null = null;

  constructor(options: ListenOptions) {
    this.#options = options;
    this.#pace = options.pace ?? PACE;
    this.#timetable = new Timetable(({ keys, withdrawn }) => {
      options.onPurge(keys);
      options.onWithdrawn(withdrawn);
    });
    this.#ended = this.#run();
  }

  /** Adds to the database's counts, on the same connection. Throws while there is none. */
  async addReadings(readings: readonly Reading[]): Promise<void> {
    if (this.#session === null) throw new Error('the database is away');
    await this.#session.addReadings(readings);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#timetable.stop();
    await this.#ended;
  }

  async #run(): Promise<void> {
    const { onWatched, onEvent } = this.#options;
    const { firstRetry, lastRetry } = this.#pace;
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted; failures += 1) {
      const error = await this.#attend(() => {
        failures = 0;
      });
      onWatched(false);
      if (signal.aborted) return;
      const again = Math.min(lastRetry, firstRetry * 2 ** Math.min(failures, 10));
      onEvent({ kind: 'lost', reason: reasonOf(error), again });
      await wait(again, signal);
    }
  }

  /** Listens until the connection is lost or we are stopped. Answers why. */
  async #attend(onListening: () => void): Promise<unknown> {
    const { signal } = this.#stopping;
    const session: Announcements = this.#options.connect(this.#pace.patience, (payload) =>
      this.#hear(payload, session),
    );
    try {
      await this.#begin(session);
      this.#session = session;
      onListening();
      while (!signal.aborted) await this.#beat(session);
      return null;
    } catch (error) {
      return error;
    } finally {
      this.#session = null;
      session.close();
    }
  }

  async #begin(session: Announcements): Promise<void> {
    await session.open();
    const version = await session.version();
    if (version !== this.#version) this.#renounce(version);
    await this.#look(session);
    this.#options.onWatched(true);
    this.#options.onEvent({ kind: 'listening', version });
  }

  /** Waits a little, then makes sure that the connection lives and that nothing was missed. */
  async #beat(session: Announcements): Promise<void> {
    const { heartbeat, grace } = this.#pace;
    const { signal } = this.#stopping;
    await Promise.race([wait(heartbeat, signal), session.broken]);
    const version = await session.version();
    if (version === this.#version) return;
    await wait(grace, signal);
    if (this.#version !== null && version <= this.#version) return;
    this.#options.onEvent({ kind: 'missed', version });
    this.#renounce(version);
    await this.#look(session);
  }

  /** What a purge cannot say: which stories may not be shown again, and what is to come. */
  async #look(session: Announcements): Promise<void> {
    this.#options.onWithdrawn(await session.withdrawn());
    this.#timetable.set(await session.upcoming());
  }

  #hear(payload: string, session: Announcements): void {
    const { success, data } = announcement.safeParse(parsed(payload));
    if (!success || this.#version === null || data.version > this.#version + 1n) {
      this.#renounce(success ? data.version : this.#version);
    } else {
      const { keys, version } = data;
      if (version > this.#version) this.#set(version);
      this.#options.onPurge(keys.includes(pageKeys.everything) ? 'everything' : new Set(keys));
    }
    // The next heartbeat finds what is wrong with the connection.
    this.#look(session).catch(() => {});
  }

  #set(version: bigint): void {
    this.#version = version;
    this.#options.onEdition(version);
  }

  #renounce(version: bigint | null): void {
    if (version === null) this.#version = null;
    else this.#set(version);
    this.#options.onPurge('everything');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Says what is wrong without naming where the database is. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? `${error.code}` : error.message;
}
