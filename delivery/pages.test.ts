import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeptAnswer, RenderedAnswer } from './answer';
import { PageCache } from './cache';
import { FillFailure } from './fill';
import { FRESHNESS, Pages } from './pages';
import { keptAnswer } from './testing/kept';
import { Turns } from './turns';

/** A renderer whose answers the test gives one by one: `/story 1`, `/story 2`, … */
function renderer() {
  const asked: string[] = [];
  const open: Array<(status?: number) => void> = [];
  let isHeld = false;
  let edition: string | null = null;
  // Read in the last statement: at the end of the rendering.
  const late = (): Record<string, string> =>
    edition === null ? {} : { 'x-prism-edition': edition };
  const ask = async (key: string): Promise<RenderedAnswer> => {
    const text = `${key} ${asked.filter((other) => other === key).length + 1}`;
    asked.push(key);
    const status = isHeld ? await new Promise<number | undefined>((go) => open.push(go)) : 200;
    return { status: status ?? 200, headers: late(), body: Buffer.from(text) };
  };
  return {
    asked,
    ask,
    publish: (version: string) => {
      edition = version;
    },
    hold: () => {
      isHeld = true;
    },
    /** Lets the oldest of the held renderings end. */
    release: async (status?: number) => {
      await vi.advanceTimersByTimeAsync(0);
      open.shift()?.(status);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

type Parts = Partial<Pick<KeptAnswer, 'keys' | 'freshFor'>>;

function site(parts: Parts = {}, turns = { atOnce: 4, waiting: 10, patience: 5_000 }) {
  const back = renderer();
  const queue = new Turns(turns);
  const pages = new Pages({
    cache: new PageCache(2 ** 20),
    turnsFor: () => queue,
    ask: back.ask,
    prepare: async ({ status, body }) => keptAnswer(body.toString(), { status, ...parts }),
  });
  pages.watch(true);
  const read = async (key: string) => {
    const { kept, stale } = pages.fresh(key) ?? (await pages.answer(key));
    return `${kept.bodies.identity}${stale ? ', stale' : ''}`;
  };
  return { ...back, pages, read };
}

const front = new Set(['front']);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a page', () => {
  test('is rendered once, and then served from memory', async () => {
    const { read, asked, pages } = site();
    expect(await read('/')).toBe('/ 1');
    expect(await read('/')).toBe('/ 1');
    expect(asked).toEqual(['/']);
    vi.advanceTimersByTime(3_000);
    expect(pages.fresh('/')?.age).toBe(3);
  });

  test('is rendered once for a thousand readers who ask at the same time', async () => {
    const { read, asked, hold, release } = site();
    hold();
    const readers = Array.from({ length: 1_000 }, () => read('/'));
    await release();
    expect(new Set(await Promise.all(readers))).toEqual(new Set(['/ 1']));
    expect(asked).toEqual(['/']);
  });

  test('past its time is served while it is rendered again, to wait for nobody', async () => {
    const { read, hold, release } = site({ freshFor: 10_000 });
    await read('/');
    vi.advanceTimersByTime(10_000);
    hold();
    expect(await read('/')).toBe('/ 1, stale');
    await release();
    expect(await read('/')).toBe('/ 2');
  });

  test('is trusted for seconds only while nobody tells of changes', async () => {
    const { read, pages } = site();
    await read('/');
    pages.watch(false);
    expect(await read('/')).toBe('/ 1');
    vi.advanceTimersByTime(FRESHNESS.unwatched);
    expect(await read('/')).toBe('/ 1, stale');
    await vi.advanceTimersByTimeAsync(0);
    vi.advanceTimersByTime(FRESHNESS.unwatched);
    pages.watch(true);
    expect(await read('/')).toBe('/ 2');
  });

  test('that may not be kept is rendered for everyone', async () => {
    const { read } = site({ freshFor: 0 });
    expect(await read('/')).toBe('/ 1');
    expect(await read('/')).toBe('/ 2');
  });
});

describe('a change', () => {
  test('is rendered at once where it is read, and readers wait for it', async () => {
    const { read, asked, hold, release, pages } = site();
    await read('/');
    hold();
    expect(pages.purge(front)).toBe(1);
    const reader = read('/');
    await release();
    expect(await reader).toBe('/ 2');
    expect(asked).toHaveLength(2);
  });

  test('is rendered without any reader', async () => {
    const { read, asked, pages } = site();
    await read('/');
    pages.purge(front);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(2);
    expect(pages.fresh('/')?.kept.bodies.identity.toString()).toBe('/ 2');
  });

  test('of what nobody read lately is rendered for the next reader', async () => {
    const { read, asked, pages } = site({ freshFor: 10 * FRESHNESS.recently });
    await read('/');
    vi.advanceTimersByTime(FRESHNESS.recently);
    pages.purge(front);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(1);
    expect(await read('/')).toBe('/ 2');
  });

  test('leaves other pages alone', async () => {
    const { read, pages } = site();
    await read('/');
    expect(pages.purge(new Set(['tag:ukraine']))).toBe(0);
    expect(await read('/')).toBe('/ 1');
  });

  test('that takes long to render is not waited for beyond a second', async () => {
    const { read, hold, release, pages } = site();
    await read('/');
    hold();
    pages.purge(front);
    const reader = read('/');
    await vi.advanceTimersByTimeAsync(FRESHNESS.patience);
    expect(await reader).toBe('/ 1, stale');
    await release();
    expect(await read('/')).toBe('/ 2');
  });

  test('during a rendering makes it begin again: nobody gets what was before', async () => {
    const { read, asked, hold, release, pages } = site();
    hold();
    const reader = read('/');
    await vi.advanceTimersByTimeAsync(0);
    pages.purge(front);
    await release();
    await release();
    expect(await reader).toBe('/ 2');
    expect(asked).toHaveLength(2);
    expect(await read('/')).toBe('/ 2');
  });

  test('in the midst of a rendering makes it begin again before anyone tells of the change', async () => {
    const { publish, hold, release, read, asked } = site();
    publish('7');
    await read('/other');
    hold();
    const answer = read('/story');
    await vi.advanceTimersByTimeAsync(0);
    publish('8');
    await release();
    await release();
    expect(await answer).toBe('/story 2');
    expect(asked).toEqual(['/other', '/other', '/story', '/story']);
  });

  test('that was announced is not rendered twice to find out', async () => {
    const { pages, publish, read, asked } = site();
    publish('7');
    pages.learn('7');
    await read('/story');
    expect(asked).toEqual(['/story']);
  });

  test('again and again in the midst of renderings ends in an answer that is not trusted', async () => {
    const { publish, hold, release, read } = site();
    hold();
    const answer = read('/story');
    for (const version of ['1', '2', '3']) {
      await vi.advanceTimersByTimeAsync(0);
      publish(version);
      await release();
    }
    expect(await answer).toBe('/story 3, stale');
  });

  test('that withdraws a story takes its card away as well', async () => {
    const { pages, read } = site({ keys: ['article:7'] });
    await read('/card/7/0123.png');
    pages.withdraw(['/world/story', 'article:7']);
    expect(pages.fresh('/card/7/0123.png')).toBeUndefined();
  });

  test('that withdraws a story takes it away, even when nothing else can be shown', async () => {
    const { pages, hold, release, read } = site({ keys: ['article:7'] });
    await read('/world/story');
    const whole = ['/world/story', '/world/story.md', '/world/feed.xml'];
    for (const path of [...whole.slice(1), '/world']) await read(path);
    hold();
    pages.purge(new Set(['article:7']));
    pages.withdraw(['/world/story', 'article:7', '/world/another', 'article:8']);
    for (let refreshed = 0; refreshed <= whole.length; refreshed += 1) await release(503);
    for (const path of whole) {
      expect(pages.fresh(path)).toBeUndefined();
      const answer = expect(read(path)).rejects.toThrow(FillFailure);
      await release(503);
      await answer;
    }
    expect(await read('/world')).toBe('/world 1, stale');
  });

  test('of something else does not disturb a rendering', async () => {
    const { read, asked, hold, release, pages } = site();
    hold();
    const reader = read('/');
    await vi.advanceTimersByTimeAsync(0);
    pages.purge(new Set(['tag:ukraine']));
    await release();
    expect(await reader).toBe('/ 1');
    expect(asked).toHaveLength(1);
  });

  test('that comes with every rendering ends in an answer that is not trusted', async () => {
    const { read, hold, release, pages } = site();
    hold();
    const reader = read('/');
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await vi.advanceTimersByTimeAsync(0);
      pages.purge('everything');
      await release();
    }
    expect(await reader).toBe('/ 3, stale');
    expect(pages.fresh('/')).toBeUndefined();
  });

  test('may bring a page to an address that had none', async () => {
    const { read, hold, release, pages } = site({ keys: [] });
    hold();
    const reader = read('/soon');
    await release(404);
    expect(await reader).toBe('/soon 1');
    pages.purge(front);
    const next = read('/soon');
    await release();
    expect(await next).toBe('/soon 2');
  });
});

describe('a failure', () => {
  test('of a page that is not kept is told to all who wait for it', async () => {
    const { read, hold, release } = site();
    hold();
    const readers = [read('/'), read('/')].map((reader) => reader.catch((error) => error));
    await release(503);
    expect(await Promise.all(readers)).toEqual([
      expect.any(FillFailure),
      expect.objectContaining({ status: 503 }),
    ]);
  });

  test('never replaces a page that was kept: it is served stale, and tried again later', async () => {
    const { read, asked, hold, release, pages } = site();
    await read('/');
    hold();
    pages.purge(front);
    await release(500);
    expect(await read('/')).toBe('/ 1, stale');
    expect(asked).toHaveLength(2);
    vi.advanceTimersByTime(FRESHNESS.firstRetry);
    const reader = read('/');
    await release();
    expect(await reader).toBe('/ 3');
  });

  test('that lasts is tried again less and less often', async () => {
    const { read, asked, hold, release, pages } = site();
    await read('/');
    hold();
    pages.purge(front);
    await release(503);
    for (let second = 0; second < 60; second += 1) {
      const reader = read('/');
      await release(503);
      expect(await reader).toBe('/ 1, stale');
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(asked.length).toBeGreaterThan(6);
    expect(asked.length).toBeLessThan(14);
  });

  test('is forgotten with the next change', async () => {
    const { read, hold, release, pages } = site();
    await read('/');
    hold();
    pages.purge(front);
    await release(503);
    pages.purge(front);
    await release();
    expect(await read('/')).toBe('/ 3');
  });

  test('to find a turn is 503', async () => {
    const { read, hold } = site({}, { atOnce: 1, waiting: 1, patience: 5_000 });
    hold();
    void read('/one');
    const two = read('/two').catch((error) => error.status);
    expect(await read('/three').catch((error) => error.status)).toBe(503);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await two).toBe(503);
  });
});
