import { expect, test } from 'vitest';
import { baselineNames } from './baselines';
import { countOf, marginsOf, meanOf, type Worths } from './margins';

/** The same stories with every system: ours is worth `ours`, the others 0.25 each. */
const worthsOf = (stories: readonly (readonly [group: string, ours: number])[]): Worths =>
  ['ours', ...baselineNames].flatMap((system) =>
    stories.map(([group, ours]) => {
      const ndcg = system === 'ours' ? ours : 0.25;
      const worth = { precision: 0, ndcg, plainNdcg: 0, repeats: 0 };
      return { group, kind: 'plain', chooses: false, system, worth };
    }),
  );

const worths = worthsOf([
  ['first', 0.5],
  ['first', 1],
  ['second', 0.75],
]);

test('A margin is the mean of the differences of the same stories', () => {
  // (0.25 + 0.75 + 0.5) / 3
  for (const { interval } of marginsOf(worths, 'ndcg')) expect(interval.mean).toBeCloseTo(0.5, 10);
  expect(marginsOf(worths, 'ndcg').map(({ baseline }) => baseline)).toEqual([...baselineNames]);
});

test('Means are of one system', () => {
  expect(meanOf(worths, 'ndcg', 'ours')).toBe(0.75);
  expect(meanOf(worths, 'ndcg', 'random')).toBe(0.25);
});

test('Stories of one event are one witness', () => {
  expect(countOf(worths)).toBe('3 stories read, of 2 events');
});

test('Other stories than ours are no baseline', () => {
  const mixed = [...worthsOf([['first', 1]]).slice(0, 1), ...worthsOf([['other', 1]]).slice(1)];
  expect(() => marginsOf(mixed, 'ndcg')).toThrow(
    'newest in section was measured with other stories',
  );
});
