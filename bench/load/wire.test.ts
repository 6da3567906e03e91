import { describe, expect, test } from 'vitest';
import { AnswerReader, type Arrival } from './wire';

const full = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello';
const unchanged = 'HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n';
const chunked =
  'HTTP/1.1 404 Not Found\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n';

function read(pieces: readonly string[]): Arrival[] {
  const arrivals: Arrival[] = [];
  const reader = new AnswerReader((arrival) => arrivals.push(arrival));
  for (const piece of pieces) reader.push(Buffer.from(piece, 'latin1'));
  return arrivals;
}

describe('answers are told apart', () => {
  const stream = full + unchanged + chunked + full;
  const expected = [
    { status: 200, bytes: full.length },
    { status: 304, bytes: unchanged.length },
    { status: 404, bytes: chunked.length },
    { status: 200, bytes: full.length },
  ];

  test('when they come at once', () => {
    expect(read([stream])).toEqual(expected);
  });

  test.each([1, 2, 7, 30])('when they come %i bytes at a time', (size) => {
    const pieces = stream.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
    expect(read(pieces)).toEqual(expected);
  });

  test('and half of one counts as none', () => {
    expect(read([full.slice(0, -1)])).toEqual([]);
  });
});
