import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_ATTEMPTS, parseRetryAfter, secondsUntilRetry } from './back-off';

const NOW = new Date('2025-06-01T12:00:00Z');

describe('the time until the next attempt', () => {
  test('doubles from half a minute up to six hours', () => {
    const waits = Array.from({ length: MOST_ATTEMPTS }, (_, attempts) =>
      secondsUntilRetry(attempts, 0, null),
    );
    expect(waits).toEqual([
      30, 60, 120, 240, 480, 960, 1_920, 3_840, 7_680, 15_360, 21_600, 21_600,
    ]);
  });

  test('is up to a half shorter by chance', () => {
    expect(secondsUntilRetry(0, 0.5, null)).toBe(22.5);
    expect(secondsUntilRetry(0, 1, null)).toBe(15);
  });

  test('is never shorter than the host asks, up to a day', () => {
    expect(secondsUntilRetry(0, 0, 300)).toBe(300);
    expect(secondsUntilRetry(5, 0, 300)).toBe(960);
    expect(secondsUntilRetry(0, 0, 10 ** 9)).toBe(86_400);
  });

  test('is between 15 seconds and a day, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(fc.nat()),
        (attempts, chance, asked) => {
          const seconds = secondsUntilRetry(attempts, chance, asked);
          expect(seconds).toBeGreaterThanOrEqual(15);
          expect(seconds).toBeLessThanOrEqual(86_400);
        },
      ),
    );
  });
});

test.each([
  ['120', 120],
  ['0', 0],
  ['Sun, 01 Jun 2025 12:01:30 GMT', 90],
  ['Sun, 01 Jun 2025 11:00:00 GMT', 0],
  ['soon', null],
  ['-5', 0],
  [null, null],
])('Retry-After: %s is %s seconds', (value, seconds) => {
  expect(parseRetryAfter(value, NOW)).toBe(seconds);
});
