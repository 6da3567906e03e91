import { expect, test } from 'vitest';
import { type Judged, judge } from '../figure';
import { drawPicture } from './picture';
import { formatTable } from './table';

const budgets = {
  fast: { atLeast: 0.7 },
  small: { atMost: 10_240 },
  none: { atMost: 0 },
  cold: {},
};
const figures: readonly Judged[] = [
  { id: 'fast', title: 'Fast & < sure', value: 0.35, unit: '', detail: '35 ÷ 100' },
  { id: 'small', title: 'Small', value: 5_120, unit: 'bytes', detail: 'one | two' },
  { id: 'none', title: 'None', value: 0, unit: 'bytes', detail: '' },
  { id: 'cold', title: 'Cold', value: 2, unit: '', detail: '' },
].map((figure) => judge(figure, budgets));

test('the table says what is broken, and keeps its columns whatever a cell says', () => {
  const rows = formatTable(figures).split('\n');
  expect(rows[2]).toContain('**BROKEN**');
  expect(rows[3]).toContain('| ≤ 10,240 | kept | one \\| two |');
  expect(rows[5]).toContain('| reported |  |');
});

test('a bar reaches half way to the line for half a budget, and beyond it for a broken one', () => {
  const widths = [
    ...drawPicture(figures).matchAll(/class="(\w+)" x="24" y="\d+" width="([\d.]+)"/g),
  ];
  expect(widths.map(([, verdict, width]) => [verdict, Number(width)])).toEqual([
    ['broken', 596],
    ['kept', 250],
    ['kept', 1],
  ]);
});

test('the picture is well-formed and follows light and dark', () => {
  const svg = drawPicture(figures);
  expect(svg).toContain('Fast &amp; &lt; sure');
  expect(svg).toContain('prefers-color-scheme: dark');
});
