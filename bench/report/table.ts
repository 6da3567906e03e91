import { type Judged, show } from '../figure';

const verdicts = { true: 'kept', false: '**BROKEN**', null: '' } as const;

/** The figures as a Markdown table, with what each was made of. */
export function formatTable(figures: readonly Judged[]): string {
  const rows = figures.map(({ title, value, unit, budget, kept, detail }) =>
    [title, `${show(value)}${unit && ` ${unit}`}`, budgetText(budget), verdicts[`${kept}`], detail]
      .map((cell) => ` ${cell.replaceAll('|', '\\|')} `)
      .join('|'),
  );
  return [
    '| figure | value | budget | | made of |',
    '| --- | ---: | ---: | --- | --- |',
    ...rows.map((row) => `|${row}|`),
  ].join('\n');
}

function budgetText(budget: string): string {
  return budget.replace(/\d{4,}/, (digits) => Number(digits).toLocaleString('en-GB'));
}
