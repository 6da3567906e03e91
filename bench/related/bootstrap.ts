import { numbers } from '../numbers';

/** Drawings with replacement. */
const DRAWN = 4_000;

/** A mean with its 95 % confidence interval. */
export type Interval = Readonly<{ mean: number; low: number; high: number }>;

/**
 * The mean of differences that were measured in pairs, and how sure it is: the percentile bootstrap
 * (B. Efron, “Bootstrap methods: another look at the jackknife”, Annals of Statistics 7, 1979). What is
 * drawn are groups, since the differences of one group are not independent. The same in every run.
 * @param groups differences by group, none empty @throws without groups
 */
export function meanOfGroups(groups: readonly (readonly number[])[]): Interval {
  if (groups.length === 0) throw new Error('nothing was measured');
  const sums = groups.map((values) => ({
    sum: values.reduce((total, value) => total + value, 0),
    count: values.length,
  }));
  const next = numbers(1);
  const drawn = Array.from({ length: DRAWN }, () =>
    meanOf(sums.map(() => sums[Math.floor(next() * sums.length)] ?? { sum: 0, count: 0 })),
  ).sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.round(share * (DRAWN - 1))] ?? Number.NaN;
  return { mean: meanOf(sums), low: at(0.025), high: at(0.975) };
}

function meanOf(groups: readonly Readonly<{ sum: number; count: number }>[]): number {
  const [sum, count] = groups.reduce(
    ([total, number], group) => [total + group.sum, number + group.count],
    [0, 0],
  );
  return sum / count;
}
