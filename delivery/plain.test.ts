import { expect, test } from 'vitest';
import { plainAnswer, redirectAnswer, refusalAnswer } from './plain';

const type = 'text/plain; charset=utf-8';

test('a redirect says where the page is, in a header and in words', () => {
  const { status, headers, body } = redirectAnswer('/politics?page=2');
  expect({ status, headers, body: body.toString() }).toEqual({
    status: 308,
    headers: { 'content-type': type, location: '/politics?page=2' },
    body: 'This page is at /politics?page=2\n',
  });
});

test('a refusal says why, and keeps the headers that belong to it', () => {
  const { status, headers, body } = refusalAnswer(405, { allow: 'GET, HEAD' });
  expect({ status, headers }).toEqual({
    status: 405,
    headers: { 'content-type': type, allow: 'GET, HEAD' },
  });
  expect(body.toString()).toMatch(/GET and HEAD/);
  expect(refusalAnswer(414).status).toBe(414);
});

test('any other short answer is text', () => {
  expect(plainAnswer(503, 'Busy.', { 'retry-after': '1' })).toEqual({
    status: 503,
    headers: { 'content-type': type, 'retry-after': '1' },
    body: Buffer.from('Busy.\n'),
  });
});
