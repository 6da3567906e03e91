import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openReaderServer, page, sendRaw } from './testing/reader-server';

type Opened = Awaited<ReturnType<typeof openReaderServer>>;
const opened: Opened[] = [];

async function open(...args: Parameters<typeof openReaderServer>): Promise<Opened> {
  const server = await openReaderServer(...args);
  opened.push(server);
  return server;
}

afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

const statusesIn = (answer: string) => [...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map((m) => m[1]);

describe('a reader', () => {
  test('gets a page from the renderer once, and from memory after that', async () => {
    const { url, seen } = await open();
    const first = await fetch(`${url}/world`);
    const second = await fetch(`${url}/world`);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await second.text()).toBe(await first.text());
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    expect(seen).toHaveLength(1);
  });

  test('has no say in what the renderer is asked', async () => {
    const { port, seen } = await open();
    await sendRaw(
      port,
      'GET /world?utm_source=x HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nCookie: a=b\r\nRSC: 1\r\nAccept-Language: de\r\nConnection: close\r\n\r\n',
    );
    expect(seen.map(({ url }) => url)).toEqual(['/world']);
    expect(seen[0]?.headers).toEqual({
      ...{ host: 'news.example', 'user-agent': 'prism-delivery', connection: 'close' },
    });
  });

  test('is sent to the one spelling of an address, and refused what is none', async () => {
    const { url, port, seen } = await open();
    const moved = await fetch(`${url}/World/`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([308, '/world']);
    const answer = await sendRaw(port, 'GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(statusesIn(answer)).toEqual(['400']);
    expect(seen).toEqual([]);
  });

  test('may only read', async () => {
    const { url } = await open();
    const answer = await fetch(`${url}/`, { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('gets no old page where the renderer fails, and an old one where there is one', async () => {
    const { url, render, killRenderer, pages } = await open();
    await fetch(`${url}/kept`);
    render((_request, response) => {
      response.statusCode = 500;
      response.end('Internal Server Error');
    });
    const failed = await fetch(`${url}/broken`);
    const html = await failed.text();
    expect([failed.status, failed.headers.get('cache-control')]).toEqual([500, 'no-store']);
    expect(html).toContain('This page could not be made');
    expect(html).not.toMatch(/<script|Internal/);
    killRenderer();
    const away = await fetch(`${url}/cold`);
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    pages.purge('everything');
    const stale = await fetch(`${url}/kept`);
    expect([stale.status, stale.headers.get('cache-status')]).toEqual([
      ...[200, expect.stringContaining('stale')],
    ]);
  });

  test('who asks for a page that takes too long gets 503', { timeout: 30_000 }, async () => {
    const { url } = await open(() => {});
    expect((await fetch(`${url}/slow`)).status).toBe(503);
  });

  test('leaves no trace in the log but the path', async () => {
    const { url, log } = await open();
    await fetch(`${url}/search?q=secret`, { headers: { 'user-agent': 'secret' } });
    expect(log.info).toHaveBeenCalledWith(
      expect.objectContaining({ path: '/search', status: 200, outcome: 'miss' }),
      'request',
    );
    expect(JSON.stringify(log.info.mock.calls)).not.toMatch(/secret|127\.0\.0/);
  });
});

describe('a search', () => {
  const behind = (client: string) => ({ headers: { 'x-forwarded-for': client } });
  const counted = async (url: string, name: string) =>
    new RegExp(`^${name} (\\d+)$`, 'm').exec(await (await fetch(`${url}/metrics`)).text())?.[1];

  test('is answered 429 where a client had too many, with when to ask again and where to go', async () => {
    const { url, seen } = await open();
    const statuses: number[] = [];
    for (const q of ['a', 'b', 'c']) statuses.push((await fetch(`${url}/search?q=${q}`)).status);
    const refused = await fetch(`${url}/search?q=d`);
    expect([...statuses, refused.status]).toEqual([200, 200, 200, 429]);
    expect(refused.headers.get('retry-after')).toMatch(/^(?:19|20)$/);
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(refused.headers.get('content-type')).toContain('text/html');
    const html = await refused.text();
    expect(html).toContain('Too many searches just now');
    expect(html).toContain('href="/archive"');
    expect(seen).toHaveLength(3);
    expect(await counted(url, 'prism_searches_total')).toBe('4');
    expect(await counted(url, 'prism_searches_refused_total')).toBe('1');
  });

  test('that is in memory counts for nothing, nor does any other page', async () => {
    const { url } = await open();
    for (let round = 0; round < 9; round += 1) {
      const statuses = await Promise.all(
        ['/search?q=a', '/search?utm_source=x&q=+a', '/search', `/world?page=${round + 2}`].map(
          async (path) => (await fetch(url + path)).status,
        ),
      );
      expect(statuses).toEqual([200, 200, 200, 200]);
    }
    expect(await counted(url, 'prism_searches_refused_total')).toBe('0');
  });

  test('of another client is answered, until all together had too many', async () => {
    const { url } = await open();
    const ask = async (q: string, client: string) =>
      (await fetch(`${url}/search?q=${q}`, behind(client))).status;
    for (const q of ['a', 'b', 'c']) await ask(q, '198.51.100.1');
    expect(await ask('d', '198.51.100.1')).toBe(429);
    expect(await ask('d', '198.51.100.2')).toBe(200);
    expect(await ask('e', '198.51.100.3')).toBe(200);
    expect(await ask('f', '198.51.100.4')).toBe(429);
    expect(await ask('a', '198.51.100.4'), 'is in memory').toBe(200);
  });

  test('that takes too long is answered with the page that says so, which is not kept', async () => {
    const { url, render, seen } = await open((_request, response) => {
      response.writeHead(503, {
        ...{ 'X-Prism-Answer': '1', 'Retry-After': '5', 'Content-Type': 'text/html' },
      });
      response.end('<!DOCTYPE html><html lang="en"><body><p>Ask for less.</p></body></html>');
    });
    const long = await fetch(`${url}/search?q=a`);
    expect([long.status, long.headers.get('retry-after')]).toEqual([503, '5']);
    expect(long.headers.get('x-prism-answer')).toBeNull();
    expect(await long.text()).toContain('Ask for less.');
    render(page);
    expect((await fetch(`${url}/search?q=a`)).status).toBe(200);
    expect(seen).toHaveLength(2);
  });
});

describe('a story that is opened', () => {
  const id = '0197a5c2-7b1e-7c3a-9d52-1c6f0f1e2d3c';
  const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Firefox/146.0' };
  /** Answers with a page of these keys, the keys being the path. */
  const keyed: typeof page = (request, response) => {
    const keys = decodeURIComponent(request.url?.slice(1) ?? '').replaceAll('+', ' ');
    response.setHeader('X-Prism-Keys', keys);
    if (keys.includes('gone')) response.statusCode = 410;
    response.setHeader('Content-Type', keys.includes('feed') ? 'text/xml' : 'text/html');
    response.end('<!DOCTYPE html><html lang="en"><body><p>Words.</p></body></html>');
  };

  test('is told: new, kept, known to the reader, and past its time', async () => {
    const { url, read, pages, killRenderer } = await open(keyed);
    const story = `${url}/article:${id}+section:world`;
    const first = await fetch(story, { headers: browser });
    await fetch(story, { headers: browser });
    const known = await fetch(story, {
      headers: { ...browser, 'if-none-match': first.headers.get('etag') ?? '' },
    });
    killRenderer();
    pages.purge('everything');
    await fetch(story, { headers: browser });
    expect([known.status, read]).toEqual([304, [id, id, id, id]]);
  });

  test('is told of nothing else that is asked for', async () => {
    const { url, read } = await open(keyed);
    for (const keys of [
      `front+article:${id}`,
      `article:${id}+gone`,
      `article:${id}+feed`,
      'article:7',
    ]) {
      await fetch(`${url}/${keys}`, { headers: browser });
    }
    const story = `${url}/article:${id}+section:world`;
    await fetch(story, { headers: browser, method: 'HEAD' });
    await fetch(story, { headers: { ...browser, 'sec-purpose': 'prefetch;prerender' } });
    await fetch(story, { headers: { 'user-agent': 'Examplebot/1.0' } });
    expect(read).toEqual([]);
  });
});

describe('a connection', () => {
  test('on which a body comes is closed, and the body is taken for nothing', async () => {
    const { port, seen } = await open();
    const within = 'GET /world HTTP/1.1\r\nHost: a\r\n\r\n';
    for (const head of ['GET /', 'POST /', 'HEAD /']) {
      const answer = await sendRaw(
        port,
        `${head} HTTP/1.1\r\nHost: a\r\nContent-Length: ${within.length}\r\n\r\n${within}`,
      );
      expect(statusesIn(answer)).toEqual([head.startsWith('POST') ? '405' : '413']);
      expect(answer).toMatch(/connection: close/i);
    }
    const chunked = 'GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
    expect(statusesIn(await sendRaw(port, chunked))).toEqual(['413']);
    expect(seen).toEqual([]);
  });

  test('is not told to go on with a body', async () => {
    const { port } = await open();
    const answer = await sendRaw(
      port,
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n',
    );
    expect(statusesIn(answer)).toEqual(['405']);
  });

  test.each([
    ['two lengths', 'Host: a\r\nContent-Length: 0\r\nContent-Length: 5'],
    ['a length and chunks', 'Host: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked'],
    ['no host', 'Accept: */*'],
    ['a header that is none', 'Host: a\r\nno colon'],
  ])('with %s is refused', async (_, headers) => {
    const { port, seen } = await open();
    const answer = await sendRaw(port, `GET / HTTP/1.1\r\n${headers}\r\n\r\n`);
    expect(statusesIn(answer)).toEqual(['400']);
    expect(seen).toEqual([]);
  });

  test('with more headers than any browser sends is refused with 431', async () => {
    const { port } = await open();
    const long = `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`;
    expect(statusesIn(await sendRaw(port, long))).toEqual(['431']);
  });

  test('that sends its headers too slowly is closed, and holds up nobody', async () => {
    const limits = { headersTimeout: 500, requestTimeout: 1_000 };
    const { port, url } = await open(page, limits);
    const slow = Array.from({ length: 200 }, () => connect(port, '127.0.0.1'));
    const closed = slow.map((socket) =>
      once(
        socket.on('error', () => {}),
        'close',
      ),
    );
    for (const socket of slow) socket.resume().write('GET / HTTP/1.1\r\nHost: a\r\n');
    expect((await fetch(`${url}/`)).status).toBe(200);
    await Promise.all(closed);
  });

  test('on which an answer is not taken is closed', { timeout: 30_000 }, async () => {
    const large: Parameters<typeof open>[0] = (_request, response) => {
      response.setHeader('Content-Type', 'image/png');
      response.end(Buffer.alloc(2 ** 24));
    };
    const { port, url } = await open(large, { idle: 300 });
    const lazy = connect(port, '127.0.0.1');
    lazy.on('error', () => {}).pause();
    lazy.write('GET /large.png HTTP/1.1\r\nHost: a\r\n\r\n');
    expect((await (await fetch(`${url}/large.png`)).arrayBuffer()).byteLength).toBe(2 ** 24);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    let taken = 0;
    lazy.on('data', (chunk: Buffer) => {
      taken += chunk.byteLength;
    });
    lazy.resume();
    await once(lazy, 'close');
    expect(taken).toBeLessThan(2 ** 24);
  });

  test('beyond the bound is not accepted', async () => {
    const { port } = await open(page, { connections: 1 });
    const first = connect(port, '127.0.0.1');
    await once(first, 'connect');
    expect(await sendRaw(port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')).toBe('');
    first.destroy();
  });
});

describe('a flood of unknown addresses', () => {
  test('evicts no page that is kept', { timeout: 30_000 }, async () => {
    const { url, render, seen } = await open();
    await fetch(`${url}/world`);
    render((request, response) => {
      response.statusCode = 404;
      page(request, response);
    });
    for (let round = 0; round < 20; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, number) => fetch(`${url}/no-${round}-${number}`)),
      );
      for (const answer of answers) expect(answer.status).toBe(404);
      await Promise.all(answers.map((answer) => answer.text()));
    }
    const asked = seen.length;
    expect((await fetch(`${url}/world`)).status).toBe(200);
    expect(seen).toHaveLength(asked);
  });
});

describe('operators', () => {
  test('are told whether it lives, is ready, and how it does', async () => {
    const { url, render } = await open();
    expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok\n');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    render((_request, response) => {
      response.statusCode = 503;
      response.end();
    });
    await expect
      .poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 3_000 })
      .toBe(503);
    expect((await fetch(`${url}/healthz`, { method: 'HEAD' })).status).toBe(200);
    const metrics = await fetch(`${url}/metrics`);
    expect(metrics.headers.get('content-type')).toContain('text/plain');
    const text = await metrics.text();
    for (const line of [
      /^nodejs_eventloop_lag_p99_seconds \d/m,
      /^prism_fills_total 0$/m,
      /^prism_request_seconds_count\{outcome="own"\} [1-9]/m,
    ]) {
      expect(text).toMatch(line);
    }
  });

  test('can order nothing', async () => {
    const { url } = await open();
    expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(405);
  });
});

describe('draining', () => {
  test('lets open requests finish, and takes no others', async () => {
    let answer = () => {};
    const { url, server, operations, seen } = await open((request, response) => {
      answer = () => page(request, response);
    });
    const reader = fetch(`${url}/slow`);
    await expect.poll(() => seen.length, { timeout: 4_000 }).toBe(1);
    operations.drain();
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    const drained = server.drain(5_000);
    await expect(fetch(`${url}/`)).rejects.toThrow();
    answer();
    expect((await reader).headers.get('connection')).toBe('close');
    await drained;
  });

  test('waits no longer than it may', async () => {
    const { url, server, seen } = await open(() => {});
    const reader = fetch(`${url}/never`).catch(() => 'cut');
    await expect.poll(() => seen.length, { timeout: 4_000 }).toBe(1);
    await server.drain(50);
    expect(await reader).toBe('cut');
  });
});
