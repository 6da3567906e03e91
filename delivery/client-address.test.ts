import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientAddresses } from './client-address';

const addressOf = clientAddresses(['127.0.0.0/8', '::1', '10.1.0.0/16', 'fd00::/8']);

function ask(remoteAddress: string | undefined, forwarded?: string): string {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return addressOf({ headers, socket: { remoteAddress } as IncomingMessage['socket'] });
}

test.each<[remote: string | undefined, forwarded: string | undefined, client: string, why: string]>(
  [
    ['203.0.113.9', undefined, '203.0.113.9', 'a client of its own'],
    ['::ffff:203.0.113.9', undefined, '203.0.113.9', 'over a socket of both versions'],
    ['203.0.113.9', '198.51.100.1', '203.0.113.9', 'one that pretends to be a proxy'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1', 'behind a proxy on this machine'],
    ['::1', '198.51.100.1', '198.51.100.1', 'the same over IPv6'],
    [
      '10.1.2.3',
      '6.6.6.6, 198.51.100.1, 10.1.9.9',
      '198.51.100.1',
      'behind two, with a lie of its own',
    ],
    ['127.0.0.1', '198.51.100.1:4711', '198.51.100.1', 'with a port'],
    ['127.0.0.1', '[2001:db8::1]:4711', '2001:db8:0:0', 'with a port over IPv6'],
    ['127.0.0.1', undefined, '127.0.0.1', 'the machine itself'],
    ['127.0.0.1', 'unknown', '127.0.0.1', 'told nothing'],
    ['127.0.0.1', '10.1.1.1, 10.1.1.2', '10.1.1.1', 'one of the trusted themselves'],
    [undefined, undefined, '', 'one that has gone'],
  ],
)('%s with X-Forwarded-For %s is %s: %s', (remote, forwarded, client, _) => {
  expect(ask(remote, forwarded)).toBe(client);
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:ffff::1'],
  ['2001:db8::1', '2001:db8:0:0::2'],
  ['2001:0DB8::1', '2001:db8::ffff:ffff'],
])('%s and %s are one client', (one, other) => {
  expect(ask(one)).toBe(ask(other));
});

test('The next network is another client', () => {
  expect(ask('2001:db8:1:2::1')).not.toBe(ask('2001:db8:1:3::1'));
});
