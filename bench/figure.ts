import { z } from 'zod';

/** One measured figure. Ratios are of two things measured in turns in the same run. */
export type Figure = Readonly<{
  /** Its name in budgets.json. */
  id: string;
  /** What it is, in words. */
  title: string;
  value: number;
  /** '' for a ratio. */
  unit: string;
  /** The values that the ratio is of, and what else helps to judge it. */
  detail: string;
}>;

const budgetSchema = z
  .object({ atLeast: z.number(), atMost: z.number() })
  .partial()
  .refine((budget) => Object.keys(budget).length <= 1, 'atLeast or atMost');

/** Committed: see budgets.json. An empty budget means that the figure is only reported. */
export const budgetsSchema = z.record(z.string(), budgetSchema);
export type Budgets = z.infer<typeof budgetsSchema>;

export type Judged = Figure & Readonly<{ budget: string; kept: boolean | null }>;

/** Throws for a figure that has no entry in the budgets: none may be forgotten. */
export function judge(figure: Figure, budgets: Budgets): Judged {
  const budget = budgets[figure.id];
  if (budget === undefined) throw new Error(`${figure.id} has no entry in bench/budgets.json`);
  const { atLeast, atMost } = budget;
  if (atLeast !== undefined) {
    return { ...figure, budget: `≥ ${atLeast}`, kept: figure.value >= atLeast };
  }
  if (atMost !== undefined) {
    return { ...figure, budget: `≤ ${atMost}`, kept: figure.value <= atMost };
  }
  return { ...figure, budget: 'reported', kept: null };
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error('no values');
  return (low + high) / 2;
}

/** A number as tables show it: three digits that count. */
export function show(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB');
  return String(Number(value.toPrecision(3)));
}
