import { expect, test } from 'vitest';
import { buildPlot } from './plot';

const month = (year: number, number: number, count: number) => ({
  start: new Date(Date.UTC(year, number - 1, 1)),
  count,
});

test('A month without a story counts as none', () => {
  expect(buildPlot([month(2024, 11, 3), month(2025, 1, 5), month(2025, 2, 1204)])).toEqual({
    counts: [3, 0, 5, 1204],
    caption: 'Stories per month, November 2024 to February 2025',
    gist: '1,212 stories in 4 months, most in February 2025: 1,204',
  });
});

test('Of several months with most the latest is named', () => {
  const plot = buildPlot([month(2024, 1, 4), month(2024, 2, 4), month(2024, 3, 1)]);
  expect(plot?.gist).toBe('9 stories in 3 months, most in February 2024: 4');
});

test('Fewer than three months with stories are not drawn', () => {
  expect(buildPlot([])).toBeNull();
  expect(buildPlot([month(2024, 1, 4), month(2025, 12, 4)])).toBeNull();
});
