import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { networksOf } from '@/lib/site/networks';

/** Tells by what address a client is known. One behind a proxy that is not trusted is known by the proxy's. */
export type ClientAddress = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string;

/**
 * Proxies add the address that they see at the end of X-Forwarded-For: read from there, the first that is not
 * of a trusted proxy is the client's. What stands before it is what the client says of itself.
 * @param trustedProxies addresses and networks
 */
export function clientAddresses(trustedProxies: readonly string[]): ClientAddress {
  const isTrusted = networksOf(trustedProxies);
  return ({ headers, socket }) => {
    let client = plainAddress(socket.remoteAddress ?? '');
    const passedOn = `${headers['x-forwarded-for'] ?? ''}`.split(',').map(plainAddress);
    while (isTrusted(client)) {
      const before = passedOn.pop() ?? '';
      if (isIP(before) === 0) break;
      client = before;
    }
    return networkOf(client);
  };
}

/** Without what marks an IPv4 address that came over IPv6, without a port. */
function plainAddress(text: string): string {
  const address = text.trim().replace(/^::ffff:(?=\d+\.)/i, '');
  return /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');
}

/** One who has an IPv6 address has 2^64 of them (RFC 6177): they are known by what those share. */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
