import { expect, test } from 'vitest';
import { middleOf, type Run } from './lighthouse';

const run = (performance: number, failing: readonly string[] = []): Run => ({
  scores: { performance, accessibility: 100, 'best-practices': 100, seo: 100 },
  lcp: performance * 10,
  cls: 0,
  bytes: 1_000,
  failing,
});

test('the middle of three loads counts, whichever was odd', () => {
  const middle = middleOf([run(60), run(100), run(98)]);
  expect([middle.scores.performance, middle.lcp]).toEqual([98, 980]);
});

test('an audit that fails in any load is named, and once', () => {
  const one = 'image-alt: Pictures have no words';
  expect(middleOf([run(100), run(100, [one]), run(100, [one])]).failing).toEqual([one]);
});
