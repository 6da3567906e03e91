import { expect, test } from 'vitest';
import { BOUNDS, Latencies } from './latencies';

test('latencies are told as Prometheus reads a histogram: cumulated, with sum and count', () => {
  const latencies = new Latencies('seconds', 'How long.', ['hit', 'miss']);
  for (const seconds of [0.00001, 0.00005, 0.3, 60]) latencies.observe('hit', seconds);
  const lines = latencies.text().split('\n');
  expect(lines.slice(0, 2)).toEqual(['# HELP seconds How long.', '# TYPE seconds histogram']);
  for (const line of [
    'seconds_bucket{outcome="hit",le="0.00005"} 2',
    'seconds_bucket{outcome="hit",le="0.25"} 2',
    'seconds_bucket{outcome="hit",le="0.5"} 3',
    'seconds_bucket{outcome="hit",le="+Inf"} 4',
    'seconds_count{outcome="hit"} 4',
    'seconds_bucket{outcome="miss",le="+Inf"} 0',
  ]) {
    expect(lines).toContain(line);
  }
  expect([...BOUNDS].sort((one, other) => one - other)).toEqual([...BOUNDS]);
});
