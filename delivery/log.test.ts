import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pathOf, sparing } from './log';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a path is told without what a reader typed', () => {
  expect(pathOf('/search?q=secret')).toBe('/search');
  expect(pathOf('/world')).toBe('/world');
});

test('of many lines one a second is written, with the number of the others', () => {
  const write = vi.fn();
  const spare = sparing(write);
  for (let time = 0; time < 5; time += 1) spare({ time }, 'failed');
  vi.advanceTimersByTime(1_000);
  spare({ time: 5 }, 'failed');
  expect(write.mock.calls).toEqual([
    [{ time: 0 }, 'failed'],
    [{ time: 5, unsaid: 4 }, 'failed'],
  ]);
});
