import { expect, test } from 'vitest';
import { meanOfGroups } from './bootstrap';

test('Equal differences leave no doubt', () => {
  expect(meanOfGroups([[0.25, 0.25], [0.25]])).toEqual({ mean: 0.25, low: 0.25, high: 0.25 });
});

test('The mean is of all differences, whatever their groups', () => {
  expect(meanOfGroups([[1, 1, 1], [0]]).mean).toBe(0.75);
});

test('Two groups are drawn as none, one or two of either', () => {
  // Of two drawn from (0, 1), the mean is 0 and 1 a quarter of the time each: far more than 2.5 %.
  expect(meanOfGroups([[0], [1]])).toEqual({ mean: 0.5, low: 0, high: 1 });
});

test('The interval of many is about the mean ± 1.96 standard errors', () => {
  const groups = Array.from({ length: 100 }, (_, index) => [index % 2]);
  const { mean, low, high } = meanOfGroups(groups);
  expect(mean).toBe(0.5);
  // The standard error is 0.5 / √100.
  expect(low).toBeCloseTo(0.5 - 1.96 * 0.05, 1);
  expect(high).toBeCloseTo(0.5 + 1.96 * 0.05, 1);
});

test('Differences of one group are drawn together: they are no more than one witness', () => {
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  const apart = Array.from({ length: 64 }, (_, index) => [index % 2]);
  const together = Array.from({ length: 4 }, (_, group) => Array(16).fill(group % 2));
  expect(width(meanOfGroups(together))).toBeGreaterThan(2 * width(meanOfGroups(apart)));
});

test('It is the same in every run', () => {
  const groups = [[0.1], [0.5, 0.2], [-0.3], [0.9]];
  expect(meanOfGroups(groups)).toEqual(meanOfGroups(groups));
});

test('Nothing has no mean', () => {
  expect(() => meanOfGroups([])).toThrow('nothing was measured');
});
