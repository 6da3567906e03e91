import { expect, test } from 'vitest';
import { momentsOf, type PushStanding } from './push-moments';

const day = (number: number) => new Date(Date.UTC(2025, 5, number));
const NOW = day(10);

function standing(path: string, visibleFrom: Date, withdrawnAt: Date | null = null): PushStanding {
  return { path, lists: [], visibleFrom, withdrawnAt };
}

/** Path and day of the month. */
function told(before: PushStanding | null, after: PushStanding) {
  return momentsOf(before, after, NOW).map(
    ({ at, standing: { path } }) => `${path} ${at.getUTCDate()}`,
  );
}

const out = standing('/a', day(1));

test.each([
  ['a new story: at once', null, out, ['/a 10']],
  ['a story to come: at its instant', null, standing('/a', day(12)), ['/a 12']],
  ['a changed story: at once', out, out, ['/a 10', '/a 10']],
  ['a renamed story: both addresses', out, standing('/b', day(1)), ['/a 10', '/b 10']],
  [
    'an embargoed story renamed: the new address alone, at its instant',
    standing('/a', day(12)),
    standing('/b', day(12)),
    ['/b 12'],
  ],
  ['a withdrawal: at once', out, standing('/a', day(1), day(9)), ['/a 10', '/a 10']],
  [
    'a withdrawal ahead: now that it changed, and then',
    out,
    standing('/a', day(1), day(20)),
    ['/a 10', '/a 10', '/a 20'],
  ],
  [
    'what comes and goes: at both instants',
    null,
    standing('/a', day(12), day(20)),
    ['/a 12', '/a 20'],
  ],
  ['what nobody will ever see: never', null, standing('/a', day(12), day(11)), []],
  ['what nobody ever saw: never', null, standing('/a', day(2), day(1)), []],
  [
    'a public story embargoed again: that it is gone, and when it is back',
    out,
    standing('/a', day(12)),
    ['/a 10', '/a 12'],
  ],
  [
    'a public story embargoed again and renamed: the address that was public alone, until then',
    out,
    standing('/b', day(12)),
    ['/a 10', '/b 12'],
  ],
  ['a story at the instant of its publication: at once', null, standing('/a', NOW), ['/a 10']],
])('Others are told of %s', (_, before, after, expected) => {
  expect(told(before, after)).toEqual(expected);
});
