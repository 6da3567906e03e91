/** Requests that no browser sends, the same ones for the same seed. */

/** Mulberry32, by Tommy Ettinger (public domain): small, and good enough to choose by. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Answered alone, with 400, and nothing after it is taken for another request. */
export const smuggling: Readonly<Record<string, string>> = {
  'a length and chunks':
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /world HTTP/1.1\r\nHost: a\r\n\r\n',
  'two lengths':
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 33\r\n\r\nGET /world HTTP/1.1\r\nHost: a\r\n\r\n',
  'a length that is a list':
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0, 33\r\n\r\nGET /world HTTP/1.1\r\nHost: a\r\n\r\n',
  'chunks that are not the last coding':
    'GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\nGET /world HTTP/1.1\r\nHost: a\r\n\r\n',
  'a space before the colon':
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length : 33\r\n\r\nGET /world HTTP/1.1\r\nHost: a\r\n\r\n',
  'a folded header':
    'GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n Content-Length: 33\r\nContent-Length\r\n : 33\r\n\r\nGET /world HTTP/1.1\r\nHost: a\r\n\r\n',
  'a length with a sign':
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: +33\r\n\r\nGET /world HTTP/1.1\r\nHost: a\r\n\r\n',
  'a chunk whose size overflows':
    'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\n\r\nGET /world HTTP/1.1\r\nHost: a\r\n\r\n',
};

type Choose = <T>(choices: readonly T[]) => T;

/** One request of chance, as bytes. */
export function randomRequest(random: () => number, paths: readonly string[]): Buffer {
  const choose: Choose = (choices) => choices[Math.floor(random() * choices.length)] as never;
  const bytes = (most: number) =>
    Array.from({ length: Math.floor(random() * most) }, () =>
      String.fromCharCode(Math.floor(random() * 256)),
    ).join('');
  if (random() < 0.05) return Buffer.from(bytes(400), 'latin1');
  const lines = [
    `${method(choose, bytes)}${choose([' ', ' ', ' ', '\t', '  ', ''])}${target(choose, bytes, paths)} ${version(choose, bytes)}`,
    ...(random() < 0.9 ? ['Host: paper.example'] : []),
    ...Array.from({ length: Math.floor(random() * 6) }, () => header(choose, bytes)),
  ];
  const end = choose(['\r\n', '\r\n', '\r\n', '\n', '\r']);
  return Buffer.from(lines.join(end) + end + end + (random() < 0.1 ? bytes(200) : ''), 'latin1');
}

function method(choose: Choose, bytes: (most: number) => string): string {
  return choose([
    ...['GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'],
    ...['CONNECT', 'PURGE', 'PROPFIND', 'get', 'G\u00cbT', '', bytes(20)],
  ]);
}

function target(choose: Choose, bytes: (most: number) => string, paths: readonly string[]): string {
  const path = choose(paths);
  return choose([
    ...[path, path, path.toUpperCase(), `/${path}`, `${path}/`, `${path}/.`, `${path}/../..`],
    ...[`${path}%`, `${path}%00`, `${path}%2f..%2f..%2fetc/passwd`, `${path}%c0%ae`, `${path}%zz`],
    ...[
      `${path}?page=${bytes(9)}`,
      `${path}?q=${bytes(30)}`,
      `${path}?page=1e9`,
      `${path}?${bytes(60)}`,
    ],
    ...[
      `${path}#a`,
      `http://other.example${path}`,
      `//other.example${path}`,
      '*',
      'paper.example:80',
    ],
    ...[`/${'a'.repeat(3_000)}`, `/${'../'.repeat(500)}`, `/${bytes(80)}`, `/_next/${bytes(20)}`],
    ...['/_next/data/x.json', '/_next/image?url=%2Fa&w=64&q=75', '/.env', '/\\..\\windows'],
  ]);
}

function version(choose: Choose, bytes: (most: number) => string): string {
  return choose([
    'HTTP/1.1',
    'HTTP/1.1',
    'HTTP/1.1',
    'HTTP/1.0',
    'HTTP/2.0',
    'HTTP/9',
    '',
    bytes(9),
  ]);
}

function header(choose: Choose, bytes: (most: number) => string): string {
  return choose([
    ...['Accept-Encoding: br', 'Accept-Encoding: gzip;q=2, *;q=0', `Accept-Encoding: ${bytes(60)}`],
    ...['Accept-Encoding: identity;q=0, *;q=0', 'If-None-Match: *', `If-None-Match: ${bytes(60)}`],
    ...[
      'If-Modified-Since: yesterday',
      'Range: bytes=0-0',
      'Range: bytes=9-1,-,',
      'Expect: 100-continue',
    ],
    ...['Host: evil.example', 'X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: gopher'],
    ...['Forwarded: host=evil.example', 'X-Original-Url: /admin', 'X-Rewrite-Url: /admin'],
    ...[
      'RSC: 1',
      'Next-Router-State-Tree: %5B%5D',
      'Next-Action: 0',
      'x-middleware-subrequest: middleware',
    ],
    ...[
      'x-prism-keys: front',
      'Cookie: a=b',
      `Cookie: ${bytes(500)}`,
      `X-Long: ${'a'.repeat(9_000)}`,
    ],
    ...[
      'Transfer-Encoding: chunked',
      'Content-Length: 5',
      'Content-Length: -1',
      'Upgrade: websocket',
    ],
    ...[
      'Connection: upgrade',
      'Connection: keep-alive, host',
      `${bytes(10)}: ${bytes(20)}`,
      bytes(30),
    ],
  ]);
}
