import { show } from '../figure';
import { baselineNames } from './baselines';
import type { Interval } from './bootstrap';
import { countOf, type Metric, marginsOf, meanOf, type Worths } from './margins';
import type { Search } from './weights';

const SYSTEMS = ['ours', ...baselineNames];

export const metricTitles = {
  precision: 'precision at 4',
  ndcg: 'nDCG at 4',
  plainNdcg: 'nDCG without regard to repetition',
  repeats: 'places that repeat another',
} as const satisfies Record<Metric, string>;

/** `results/related.md`. @param held what is judged @param choosing what chose the weights */
export function writeReport(held: Worths, choosing: Worths, search: Search): string {
  const kinds = [...new Set(held.map(({ kind }) => kind))].sort();
  const own = held.filter(({ kind }) => kind === 'own paper');
  return `# Related stories

Written by \`npm run bench -- related\`. What is measured, and how, stands in \`bench/README.md\`.

## Held back: ${countOf(held)}

${tableOfMeans(held)}

Ours minus each baseline, in pairs; 95 % confidence interval by bootstrap over events.

${tableOfMargins(held)}

The same of the paper's own stories alone: ${countOf(own)}.

${tableOfMargins(own)}

By what makes it difficult: ${metricTitles.precision}, ${metricTitles.ndcg}.

${table(
  ['', 'stories', ...SYSTEMS],
  kinds.map((kind) => {
    const some = held.filter((one) => one.kind === kind);
    return [kind, String(some.length / SYSTEMS.length), ...SYSTEMS.map(bothOf(some))];
  }),
)}

## The half that chose the weights: ${countOf(choosing)}

${tableOfMeans(choosing)}

Best of ${search.tried.length} tried: ${weightsText(search.best)}. Committed: ${weightsText(search.committed)}.
The best minus the committed: ${intervalText(search.advantage)}.

${table(
  [metricTitles.ndcg, ...Object.keys(search.best)],
  [...search.tried]
    .sort((a, b) => b.mean - a.mean)
    .map(({ mean, weights }) => [mean.toFixed(4), ...Object.values(weights).map(String)]),
)}
`;
}

function tableOfMeans(worths: Worths): string {
  const metrics = Object.keys(metricTitles) as Metric[];
  return table(
    ['', ...Object.values(metricTitles)],
    SYSTEMS.map((system) => [
      system,
      ...metrics.map((metric) => show(meanOf(worths, metric, system))),
    ]),
  );
}

function tableOfMargins(worths: Worths): string {
  const margins = (['precision', 'ndcg', 'plainNdcg'] as const).flatMap((metric) =>
    marginsOf(worths, metric),
  );
  return table(
    ['', 'margin', 'interval'],
    margins.map(({ metric, baseline, interval: { mean, low, high } }) => [
      `${metricTitles[metric]}, over ${baseline}`,
      show(mean),
      `${show(low)} to ${show(high)}`,
    ]),
  );
}

function bothOf(worths: Worths) {
  return (system: string) =>
    `${show(meanOf(worths, 'precision', system))}, ${show(meanOf(worths, 'ndcg', system))}`;
}

export function intervalText({ mean, low, high }: Interval): string {
  return `${show(mean)} (${show(low)} to ${show(high)})`;
}

export function weightsText(weights: object): string {
  return Object.entries(weights)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map(line).join('\n');
}
