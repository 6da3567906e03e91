import { expect, test } from 'vitest';
import { judge } from './verdict';

const NOW = new Date('2025-06-01T12:00:00Z');
const SITE = 'https://news.example';
const search = { protocol: 'indexnow', url: 'https://search.example/', key: 'Ab-12345' } as const;
const hub = { protocol: 'websub', url: 'https://hub.example/' } as const;
const answer = (status: number, headers = {}) => ({
  status,
  retryAfter: null,
  location: null,
  ...headers,
});

test.each([
  [search, 200],
  [search, 202],
  [hub, 200],
  [hub, 202],
  [hub, 204],
])('%o takes what it answers with %i', (target, status) => {
  expect(judge(target, SITE, answer(status), NOW)).toEqual({ kind: 'sent' });
});

test.each([408, 425, 429, 500, 502, 503, 504])('%i may pass', (status) => {
  for (const target of [search, hub]) {
    expect(judge(target, SITE, answer(status, { retryAfter: '120' }), NOW)).toEqual({
      kind: 'later',
      failure: `${status}`,
      after: 120,
    });
  }
});

test('No answer may pass', () => {
  const failure = 'no answer: ECONNREFUSED';
  expect(judge(hub, SITE, { failure }, NOW)).toEqual({ kind: 'later', failure, after: null });
});

test.each([
  [
    search,
    answer(403),
    '403: the key was not accepted; see that https://news.example/Ab-12345.txt',
  ],
  [search, answer(422), '422: the addresses do not fit the key; see that SITE_URL'],
  [search, answer(400), '400: see that INDEXNOW_ENDPOINT is'],
  [search, answer(204), '204: see that INDEXNOW_ENDPOINT is'],
  [hub, answer(404), '404: see that WEBSUB_HUBS names the hub’s address'],
  [
    hub,
    answer(301, { location: 'https://evil.example/\u001b[2J\n' }),
    '301: it points to https://evil.example/[2J; if that is right, write that address into WEBSUB_HUBS',
  ],
  [hub, answer(307), '307: it points to no address'],
])('%o is to be mended by the operator: %o', (target, given, words) => {
  const verdict = judge(target, SITE, given, NOW);
  expect(verdict.kind).toBe('refused');
  expect(verdict).toEqual({ kind: 'refused', failure: expect.stringContaining(words) });
  expect(JSON.stringify(verdict)).not.toMatch(/\\n|\\u001b/);
});
