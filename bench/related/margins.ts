import { baselineNames } from './baselines';
import { type Interval, meanOfGroups } from './bootstrap';
import type { Measured } from './measure-related';
import type { Worth } from './metrics';

export type Worths = Measured['worths'];
export type Metric = keyof Worth;
export type Margin = Readonly<{ metric: Metric; baseline: string; interval: Interval }>;

/**
 * What we have more of than each baseline, in pairs: the same story with both.
 * @throws when a baseline was measured with other stories than ours
 */
export function marginsOf(worths: Worths, metric: Metric): readonly Margin[] {
  return baselineNames.map((baseline) => {
    const theirs = worths.filter(({ system }) => system === baseline);
    const groups = new Map<string, number[]>();
    for (const [index, { group, worth }] of ofOurs(worths).entries()) {
      const other = theirs[index];
      if (other?.group !== group) throw new Error(`${baseline} was measured with other stories`);
      groups.set(group, [...(groups.get(group) ?? []), worth[metric] - other.worth[metric]]);
    }
    return { metric, baseline, interval: meanOfGroups([...groups.values()]) };
  });
}

export function meanOf(worths: Worths, metric: Metric, system: string): number {
  const some = worths.filter((one) => one.system === system);
  return some.reduce((sum, { worth }) => sum + worth[metric], 0) / some.length;
}

/** How many witnesses there are, in words. */
export function countOf(worths: Worths): string {
  const ours = ofOurs(worths);
  return `${ours.length} stories read, of ${new Set(ours.map(({ group }) => group)).size} events`;
}

function ofOurs(worths: Worths): Worths {
  return worths.filter(({ system }) => system === 'ours');
}
