import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { budgetsSchema, judge, median, show } from './figure';

const figure = { id: 'speed', title: 'Speed', value: 0.7, unit: '', detail: '' };

test('a budget is kept at its very edge and broken beyond it', () => {
  expect(judge(figure, { speed: { atLeast: 0.7 } }).kept).toBe(true);
  expect(judge(figure, { speed: { atLeast: 0.71 } }).kept).toBe(false);
  expect(judge(figure, { speed: { atMost: 0.7 } }).kept).toBe(true);
  expect(judge(figure, { speed: { atMost: 0.69 } }).kept).toBe(false);
});

test('a value that is no number keeps no budget', () => {
  expect(judge({ ...figure, value: Number.NaN }, { speed: { atMost: 1 } }).kept).toBe(false);
});

test('a figure without a budget must say so', () => {
  expect(judge(figure, { speed: {} }).kept).toBeNull();
  expect(() => judge(figure, {})).toThrow('speed has no entry');
});

test('the committed budgets can be read', async () => {
  budgetsSchema.parse(JSON.parse(await readFile('bench/budgets.json', 'utf8')));
});

test('the median of an even number of values lies between the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('numbers are shown with three digits that count', () => {
  expect([0, 0.7031, 12.345, 41234.5].map(show)).toEqual(['0', '0.703', '12.3', '41,235']);
});
