import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ListenEvent, Listener, PACE } from './listen';
import type { Purge } from './purge';
import type { Reading } from './readings';
import type { Upcoming } from './session';

/** A database of one number, with connections that the test can cut. */
function database() {
  const state = { version: 7n, isUp: true, upcoming: [] as Upcoming[], withdrawn: [] as string[] };
  const added: Reading[] = [];
  const open = new Set<{ announce: (payload: string) => void; cut: () => void }>();
  const answer = async <T>(read: () => T): Promise<T> => {
    if (!state.isUp) throw new Error('away');
    return read();
  };
  const connect = (_patience: number, announce: (payload: string) => void) => {
    let cut = () => {};
    const broken = new Promise<never>((_, reject) => {
      cut = () => reject(new Error('cut'));
    });
    broken.catch(() => {});
    const connection = { announce, cut };
    return {
      broken,
      open: () => answer(() => void open.add(connection)),
      version: () => answer(() => state.version),
      upcoming: () => answer(() => state.upcoming),
      withdrawn: () => answer(() => state.withdrawn),
      addReadings: (readings: readonly Reading[]) => answer(() => void added.push(...readings)),
      close: () => void open.delete(connection),
    };
  };
  return {
    ...{ state, connect, open, added },
    announce: (payload: unknown) => {
      for (const { announce } of open) announce(JSON.stringify(payload));
    },
    cut: () => {
      for (const { cut } of open) cut();
    },
  };
}

let paper: ReturnType<typeof database>;
let listener: Listener;
let purges: Purge[];
let withdrawn: string[];
let editions: bigint[];
let events: ListenEvent[];
let isWatched: boolean;

async function listen(): Promise<void> {
  listener = new Listener({
    connect: paper.connect,
    onPurge: (purge) => purges.push(purge),
    onWithdrawn: (paths) => withdrawn.push(...paths),
    onEdition: (version) => editions.push(version),
    onWatched: (watched) => {
      isWatched = watched;
    },
    onEvent: (event) => events.push(event),
  });
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  paper = database();
  [purges, withdrawn, editions, events, isWatched] = [[], [], [], [], false];
});

afterEach(async () => {
  const stopped = listener.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  await stopped;
  vi.useRealTimers();
});

describe('the listener', () => {
  test('trusts nothing from before its first connection', async () => {
    await listen();
    expect([purges, isWatched]).toEqual([['everything'], true]);
  });

  test('purges what is announced', async () => {
    await listen();
    paper.announce({ version: 8, keys: ['front', 'article:1'] });
    paper.announce({ version: 9, keys: ['*'] });
    expect(purges.slice(1)).toEqual([new Set(['front', 'article:1']), 'everything']);
  });

  test('tells the number of each edition, before its purge', async () => {
    await listen();
    paper.announce({ version: 8, keys: ['front'] });
    paper.announce({ version: 12, keys: ['front'] });
    expect(editions).toEqual([7n, 8n, 12n]);
  });

  test('tells which stories are withdrawn, at first and with each announcement', async () => {
    paper.state.withdrawn = ['/world/one'];
    await listen();
    paper.state.withdrawn = ['/world/two'];
    paper.announce({ version: 8, keys: ['front'] });
    await vi.advanceTimersByTimeAsync(0);
    expect(withdrawn).toEqual(['/world/one', '/world/two']);
  });

  test('purges everything when it missed something, or does not understand', async () => {
    await listen();
    paper.announce({ version: 9, keys: ['front'] });
    paper.announce('what is this');
    expect(purges.slice(1)).toEqual(['everything', 'everything']);
  });

  test('finds by itself that it was not told, and leaves a late announcement its time', async () => {
    await listen();
    paper.state.version = 8n;
    await vi.advanceTimersByTimeAsync(PACE.heartbeat);
    paper.announce({ version: 8, keys: ['front'] });
    await vi.advanceTimersByTimeAsync(PACE.grace);
    expect(purges.slice(1)).toEqual([new Set(['front'])]);
    paper.state.version = 9n;
    await vi.advanceTimersByTimeAsync(PACE.heartbeat + PACE.grace);
    expect(purges.slice(2)).toEqual(['everything']);
    expect(isWatched).toBe(true);
  });

  test('comes back after a cut, and purges nothing when nothing was published meanwhile', async () => {
    await listen();
    paper.cut();
    await vi.advanceTimersByTimeAsync(0);
    expect(isWatched).toBe(false);
    await vi.advanceTimersByTimeAsync(PACE.firstRetry);
    expect([isWatched, purges]).toEqual([true, ['everything']]);
    expect(paper.open.size).toBe(1);
  });

  test('purges everything when something was published meanwhile', async () => {
    await listen();
    paper.cut();
    paper.state.version = 8n;
    await vi.advanceTimersByTimeAsync(PACE.firstRetry);
    expect(purges).toEqual(['everything', 'everything']);
  });

  test('notices within a heartbeat that the database is away, and keeps trying', async () => {
    await listen();
    paper.state.isUp = false;
    await vi.advanceTimersByTimeAsync(PACE.heartbeat);
    expect(isWatched).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    const lost = events.filter(({ kind }) => kind === 'lost').length;
    expect(lost).toBeGreaterThan(10);
    expect(lost).toBeLessThan(40);
    paper.state.isUp = true;
    await vi.advanceTimersByTimeAsync(PACE.lastRetry);
    expect(isWatched).toBe(true);
  });

  test('works when the database is away at the start', async () => {
    paper.state.isUp = false;
    await listen();
    expect([isWatched, purges]).toEqual([false, []]);
    paper.state.isUp = true;
    await vi.advanceTimersByTimeAsync(PACE.firstRetry);
    expect([isWatched, purges]).toEqual([true, ['everything']]);
  });
});

test('readings are added on the connection that listens, and refused while there is none', async () => {
  const reading = { id: 'one', hour: '2026-01-01T00:00:00.000Z', readings: 3 };
  await listen();
  await listener.addReadings([reading]);
  paper.state.isUp = false;
  await vi.advanceTimersByTimeAsync(PACE.heartbeat);
  await expect(listener.addReadings([reading])).rejects.toThrow('away');
  paper.state.isUp = true;
  await vi.advanceTimersByTimeAsync(PACE.lastRetry);
  await listener.addReadings([reading]);
  expect(paper.added).toEqual([reading, reading]);
});

describe('what changes by itself', () => {
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);
  const change = (at: Date, key: string, gone: readonly string[] = []): Upcoming => ({
    ...{ at, keys: [key], withdrawn: [...gone] },
  });

  test('is purged at that very time, with or without the database', async () => {
    paper.state.upcoming = [change(inSeconds(5), 'article:1'), change(inSeconds(7), 'article:2')];
    await listen();
    await vi.advanceTimersByTimeAsync(4_999);
    expect(purges).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10);
    expect(purges.slice(1)).toEqual([new Set(['article:1'])]);
    paper.state.isUp = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(purges.slice(2)).toEqual([new Set(['article:2'])]);
  });

  test('is taken away at that very time when it is a story that is withdrawn', async () => {
    paper.state.upcoming = [change(inSeconds(5), 'article:1', ['/world/one'])];
    await listen();
    paper.state.isUp = false;
    await vi.advanceTimersByTimeAsync(4_999);
    expect(withdrawn).toEqual([]);
    await vi.advanceTimersByTimeAsync(10);
    expect(withdrawn).toEqual(['/world/one']);
  });

  test('is asked for again with each announcement', async () => {
    await listen();
    paper.state.upcoming = [change(inSeconds(1), 'article:3')];
    paper.announce({ version: 8, keys: ['front'] });
    await vi.advanceTimersByTimeAsync(1_010);
    expect(purges.slice(2)).toEqual([new Set(['article:3'])]);
  });

  test('may be months away', async () => {
    paper.state.upcoming = [change(inSeconds(90 * 86_400), 'article:1')];
    await listen();
    paper.state.isUp = false;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(purges).toHaveLength(1);
  });
});
