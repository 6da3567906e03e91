import { describe, expect, test } from 'vitest';
import { NoTurn, Turns, type Urgency } from './turns';

/** Turns of which each one taken waits until it is told to end. */
function table(atOnce: number, waiting = 10, patience = 10_000) {
  const turns = new Turns({ atOnce, waiting, patience });
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const take = (name: string, urgency: Urgency = 'reader') => {
    const turn = turns.take(urgency);
    const came = turn.come.then((done) => {
      started.push(name);
      ends.set(name, done);
    });
    // Some are left waiting when their test ends.
    came.catch(() => {});
    return { ...turn, came };
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { turns, started, take, end };
}

describe('turns', () => {
  test('are given to so many at once, and then in the order asked for', async () => {
    const { started, take, end, turns } = table(2);
    await Promise.all([take('one').came, take('two').came]);
    take('three');
    take('four');
    expect([turns.running, turns.waiting('reader')]).toEqual([2, 2]);
    await end('two');
    await end('one');
    expect(started).toEqual(['one', 'two', 'three', 'four']);
  });

  test('go to readers before the background, which leaves some free for them', async () => {
    const { started, take, end, turns } = table(3);
    await take('background one', 'background').came;
    take('background two', 'background');
    expect([turns.running, turns.waiting('background')]).toEqual([1, 1]);
    await Promise.all([take('reader one').came, take('reader two').came]);
    take('reader three');
    await end('background one');
    expect(started.at(-1)).toBe('reader three');
    await end('reader one');
    await end('reader two');
    await end('reader three');
    expect(started.at(-1)).toBe('background two');
  });

  test('come sooner when a reader begins to wait for what the background asked for', async () => {
    const { started, take, end } = table(1);
    await take('busy').came;
    take('background one', 'background');
    const { hurry } = take('background two', 'background');
    hurry();
    await end('busy');
    expect(started.at(-1)).toBe('background two');
  });

  test('are refused at once when too many readers wait', async () => {
    const { take } = table(1, 1);
    await take('busy').came;
    take('waiting');
    await expect(take('too many').came).rejects.toThrow(NoTurn);
  });

  test('are refused to who has waited too long', async () => {
    const { take, turns } = table(1, 10, 1);
    await take('busy').came;
    await expect(take('impatient').came).rejects.toThrow(NoTurn);
    expect(turns.waiting('reader')).toBe(0);
  });

  test('of the background wait without a bound', async () => {
    const { take, turns } = table(1, 1, 1);
    await take('busy').came;
    for (const name of 'abcdef') take(name, 'background');
    expect(turns.waiting('background')).toBe(6);
  });
});
