import type { RelatedWeights } from '@/lib/store/read-on-statement';
import { type Interval, meanOfGroups } from './bootstrap';

/** What is tried of each weight, in this order. */
const TRIED = {
  words: [0.5, 1, 2, 4],
  section: [0, 0.1, 0.2, 0.4],
  recency: [0, 0.25, 0.5, 0.75],
  repetition: [0, 0.5, 1],
} as const satisfies Readonly<Record<keyof RelatedWeights, readonly number[]>>;

/** Where the search begins, whatever the committed weights are. */
const BEGINNING: RelatedWeights = { words: 1, section: 0, recency: 0, repetition: 0 };

const ROUNDS = 2;

type Worths = readonly Readonly<{ group: string; worth: number }>[];

/** @property advantage of the best over the committed weights, in pairs */
export type Search = Readonly<{
  best: RelatedWeights;
  committed: RelatedWeights;
  tried: readonly Readonly<{ weights: RelatedWeights; mean: number }>[];
  advantage: Interval;
}>;

/**
 * The weights of the greatest mean worth: each is sought in turn while the others are held, twice over.
 * @param measure the worth of each of the same stories, in the same order, with some weights
 */
export async function searchWeights(
  committed: RelatedWeights,
  measure: (weights: RelatedWeights) => Promise<Worths>,
): Promise<Search> {
  const measured = new Map<string, Readonly<{ weights: RelatedWeights; worths: Worths }>>();
  const worthsOf = async (weights: RelatedWeights) => {
    const key = Object.keys(TRIED).map((name) => weights[name as keyof RelatedWeights]);
    const known = measured.get(key.join());
    if (known !== undefined) return known.worths;
    const worths = await measure(weights);
    measured.set(key.join(), { weights, worths });
    return worths;
  };
  let best = BEGINNING;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of Object.keys(TRIED) as (keyof RelatedWeights)[]) {
      for (const value of TRIED[name]) {
        const weights = { ...best, [name]: value };
        if (meanOf(await worthsOf(weights)) > meanOf(await worthsOf(best))) best = weights;
      }
    }
  }
  const advantage = meanOfGroups(
    groupedDifferences(await worthsOf(best), await worthsOf(committed)),
  );
  const tried = [...measured.values()].map(({ weights, worths }) => ({
    weights,
    mean: meanOf(worths),
  }));
  return { best, committed, tried, advantage };
}

function meanOf(worths: Worths): number {
  return worths.reduce((sum, { worth }) => sum + worth, 0) / worths.length;
}

/** One minus the other, of the same stories, by group. */
function groupedDifferences(one: Worths, other: Worths): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [index, { group, worth }] of one.entries()) {
    groups.set(group, [...(groups.get(group) ?? []), worth - (other[index]?.worth ?? Number.NaN)]);
  }
  return [...groups.values()];
}
