import { expect, test } from 'vitest';
import { describeOutbox } from './overview';

const hub = { protocol: 'websub', url: 'https://hub.example/' } as const;
const record = {
  ...{ target: hub.url, due: 0, ahead: 0, sent: 0, refused: 0, exhausted: 0 },
  ...{ failure: null, retryAt: null },
};

test('Without a target there is one line', () => {
  expect(describeOutbox([], [])).toEqual([
    'Nobody is told of anything: neither INDEXNOW_KEY nor WEBSUB_HUBS is set.',
  ]);
});

test('Each target has a line of numbers, one that was never told as well', () => {
  const search = { protocol: 'indexnow', url: 'https://search.example/', key: '12345678' } as const;
  expect(describeOutbox([hub, search], [{ ...record, due: 3, ahead: 1, sent: 12 }])).toEqual([
    'target                         due      ahead       sent    refused  exhausted',
    'https://hub.example/             3          1         12          0          0',
    'https://search.example/          0          0          0          0          0',
  ]);
});

test.each([
  [
    { refused: 2, failure: '403: mend.' },
    'refused what it was told (403: mend.). Mend it, then --retry.',
  ],
  [{ exhausted: 2, failure: '503' }, 'was given up (503); --retry tries again.'],
  [
    { due: 1, failure: '429', retryAt: new Date('2025-06-01T12:30:00Z') },
    'is left alone until 1 June 2025 at 12:30 UTC (429).',
  ],
])('What is wrong with a target is told: %o', (fields, words) => {
  expect(describeOutbox([hub], [{ ...record, ...fields }]).slice(2)).toEqual([
    `https://hub.example/ ${words}`,
  ]);
});

test('What waits for a target that nobody sends to is told', () => {
  expect(describeOutbox([], [{ ...record, due: 1 }]).at(-1)).toBe(
    'https://hub.example/ is not in this program’s settings: nothing is sent there.',
  );
});
