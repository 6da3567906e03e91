import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { COUNTING, type Reading, Readings, type ReadingsOptions } from './readings';

const START = new Date('2026-01-01T11:30:00Z');
const [AT_11, AT_12] = ['2026-01-01T11:00:00.000Z', '2026-01-01T12:00:00.000Z'];

let isUp: boolean;
let statements: (readonly Reading[])[];
let told: Readonly<{ added: number[]; lost: number[]; failed: unknown[] }>;
let readings: Readings;

const add = async (counted: readonly Reading[]) => {
  if (!isUp) throw new Error('away');
  statements.push(counted);
};

function open(options: Partial<ReadingsOptions> = {}): void {
  readings = new Readings({
    add,
    onAdded: (count) => told.added.push(count),
    onLost: (count) => told.lost.push(count),
    onFailed: (error) => told.failed.push(error),
    ...options,
  });
}

function read(id: string, times: number): void {
  for (let time = 0; time < times; time += 1) readings.count(id);
}

const aMinute = () => vi.advanceTimersByTimeAsync(COUNTING.every);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: START });
  [isUp, statements, told] = [true, [], { added: [], lost: [], failed: [] }];
});

afterEach(async () => {
  await readings.stop();
  vi.useRealTimers();
});

describe('Readings', () => {
  test('are added every minute, in one statement, and once', async () => {
    open();
    read('one', 3);
    read('two', 1);
    expect(statements).toEqual([]);
    await aMinute();
    await aMinute();
    expect(statements).toEqual([
      [
        { id: 'one', hour: AT_11, readings: 3 },
        { id: 'two', hour: AT_11, readings: 1 },
      ],
    ]);
    expect(told.added).toEqual([4]);
  });

  test('are added at the end', async () => {
    open();
    read('one', 2);
    await readings.stop();
    expect(statements).toEqual([[{ id: 'one', hour: AT_11, readings: 2 }]]);
  });

  test('are added at the end though others are being added at that moment', async () => {
    let arrive = () => {};
    open({
      add: async (counted) => {
        await add(counted);
        await new Promise<void>((resolve) => {
          arrive = resolve;
        });
      },
    });
    read('one', 1);
    await aMinute();
    read('one', 2);
    const stopped = readings.stop();
    arrive();
    await vi.advanceTimersByTimeAsync(0);
    arrive();
    await stopped;
    expect(statements.flat().map((reading) => reading.readings)).toEqual([1, 2]);
  });

  test('are kept while the database is away, each in its hour, and added when it is back', async () => {
    open();
    isUp = false;
    read('one', 2);
    await aMinute();
    read('one', 3);
    await vi.advanceTimersByTimeAsync(3_600_000);
    read('one', 4);
    expect(told.failed).toHaveLength(61);
    expect(statements).toEqual([]);
    isUp = true;
    await aMinute();
    expect(statements).toEqual([
      [
        { id: 'one', hour: AT_11, readings: 5 },
        { id: 'one', hour: AT_12, readings: 4 },
      ],
    ]);
    expect(told.lost).toEqual([]);
  });

  test('of more stories than there is room for are told as lost, those of known ones are counted', async () => {
    open({ most: 2 });
    isUp = false;
    for (const id of ['one', 'two', 'three', 'two']) read(id, 1);
    await aMinute();
    read('three', 1);
    read('one', 1);
    isUp = true;
    await aMinute();
    expect(told.lost).toEqual([1, 1]);
    expect(statements.flat().map(({ id, readings }) => [id, readings])).toEqual([
      ['one', 2],
      ['two', 2],
    ]);
  });

  test('of many stories go in several statements; what one of them brought is not sent again', async () => {
    let left = 2;
    open({
      add: async (counted) => {
        left -= 1;
        isUp = left !== 0;
        await add(counted);
      },
    });
    const count = 2 * COUNTING.atOnce + 1;
    for (let index = 0; index < count; index += 1) read(`story-${index}`, 1);
    await aMinute();
    expect(statements.map(({ length }) => length)).toEqual([COUNTING.atOnce]);
    await aMinute();
    const ids = statements.flat().map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([count, count]);
  });
});
