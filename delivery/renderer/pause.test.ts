import { expect, test } from 'vitest';
import { nextPause } from './pause';

test('a program that ends again and again is started less and less often, but soon enough', () => {
  const pauses: number[] = [];
  for (let failures = 0; pauses.length < 10; ) {
    const pause = nextPause(failures, 0);
    pauses.push(pause.milliseconds);
    failures = pause.failures;
  }
  expect(pauses).toEqual([0, 250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000]);
});

test('one that was well for a minute is started at once', () => {
  expect(nextPause(9, 60_000)).toEqual({ milliseconds: 0, failures: 1 });
  expect(nextPause(9, 59_999).milliseconds).toBe(10_000);
});
