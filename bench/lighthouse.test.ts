import { expect, test } from 'vitest';
import { middleOf, type Run, type TraceEvent, waitedForProcessor } from './lighthouse';

const run = (performance: number, failing: readonly string[] = []): Run => ({
  scores: { performance, accessibility: 100, 'best-practices': 100, seo: 100 },
  lcp: performance * 10,
  cls: 0,
  bytes: 1_000,
  failing,
  delayed: 0,
});

test('the middle of three loads counts, whichever was odd', () => {
  const middle = middleOf([run(60), run(100), run(98)]);
  expect([middle.scores.performance, middle.lcp]).toEqual([98, 980]);
});

test('an audit that fails in any load is named, and once', () => {
  const one = 'image-alt: Pictures have no words';
  expect(middleOf([run(100), run(100, [one]), run(100, [one])]).failing).toEqual([one]);
});

const event = (name: string, dur: number, tdur: number, tid = 1): TraceEvent => ({
  name,
  ph: 'X',
  pid: 7,
  tid,
  dur,
  tdur,
});

test.each([
  ['worked', [event('Layout', 30_000, 28_000), event('RunTask', 40_000, 36_000)], false],
  ['waited', [event('Layout', 30_000, 8_000), event('RunTask', 40_000, 11_000)], true],
  ['only short tasks', [event('Layout', 3_000, 300), event('RunTask', 9_000, 900)], false],
  [
    'another thread waited',
    [
      event('Layout', 30_000, 28_000),
      event('RunTask', 40_000, 36_000),
      event('RunTask', 90_000, 1, 2),
    ],
    false,
  ],
])('a page that %s: are its blocking tasks the machine’s?', (_, events, delayed) => {
  expect(waitedForProcessor(events)).toBe(delayed);
});
