import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KeptAnswer, RenderedAnswer } from './answer';
import { refusalAnswer } from './plain';
import { prepareAnswer } from './prepare';
import { type RespondOptions, respond } from './respond';

const html = `<!DOCTYPE html><title>T</title>${'<p>A story of three days in Miami.</p>'.repeat(50)}`;
const page: RenderedAnswer = {
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'last-modified': 'Mon, 22 Dec 2025 15:30:00 GMT',
    'x-prism-keys': 'article:7 front',
  },
  body: Buffer.from(html),
};
const prepare = (rendered: RenderedAnswer) =>
  prepareAnswer(rendered, '/politics/story', { siteUrl: 'https://news.example' });

let server: Server;
let next: () => [KeptAnswer, RespondOptions?];
let told: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    told = respond(request, response, ...next());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => server.close());

type Asked = { method?: string; headers?: Record<string, string>; options?: RespondOptions };

async function ask(kept: KeptAnswer, { method = 'GET', headers = {}, options }: Asked = {}) {
  next = () => [kept, options];
  const { port } = server.address() as AddressInfo;
  const question = request({ host: '127.0.0.1', port, method, headers, agent: false }).end();
  const [answer] = (await once(question, 'response')) as [IncomingMessage];
  const body = await buffer(answer);
  expect(told).toBe(answer.statusCode);
  return { status: answer.statusCode, headers: answer.headers, body };
}

describe('an answer', () => {
  test('comes whole, with its length, tag, date and headers', async () => {
    const kept = await prepare(page);
    const { status, headers, body } = await ask(kept);
    expect(status).toBe(200);
    expect(body.toString()).toBe(html);
    const { 'surrogate-key': _, 'cache-tag': __, ...forReaders } = kept.headers;
    expect(headers).toMatchObject({
      ...forReaders,
      'content-length': String(body.byteLength),
      etag: kept.etags.identity,
      'last-modified': 'Mon, 22 Dec 2025 15:30:00 GMT',
      vary: 'Accept-Encoding',
      'cache-status': 'prism; hit',
      date: expect.any(String),
    });
    for (const name of ['content-encoding', 'transfer-encoding', 'set-cookie', 'age', 'warning']) {
      expect(headers).not.toHaveProperty(name);
    }
  });

  test('comes in the coding that is preferred, with the tag of that coding', async () => {
    const kept = await prepare(page);
    const { headers, body } = await ask(kept, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(headers['content-encoding']).toBe('br');
    expect(headers['content-length']).toBe(String(body.byteLength));
    expect(headers.etag).toBe(kept.etags.br);
    expect(brotliDecompressSync(body).toString()).toBe(html);
  });

  test('names what it shows to a cache on the way, and to no browser', async () => {
    const kept = await prepare(page);
    for (const name of ['via', 'cdn-loop', 'forwarded', 'x-forwarded-for']) {
      const { headers } = await ask(kept, { headers: { [name]: '1.1 cache' } });
      expect(headers).toMatchObject({ 'surrogate-key': 'article:7 front' });
      expect(headers).toMatchObject({ 'cache-tag': 'article:7,front' });
    }
    const { headers } = await ask(kept);
    expect(headers).not.toHaveProperty('surrogate-key');
    expect(headers).not.toHaveProperty('cache-tag');
  });

  test('to HEAD has the same headers and no body', async () => {
    const kept = await prepare(page);
    const headers = { 'accept-encoding': 'gzip' };
    const whole = await ask(kept, { headers });
    const head = await ask(kept, { headers, method: 'HEAD' });
    expect(head.body.byteLength).toBe(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
  });
});

describe('a reader who has the page', () => {
  test('hears 304 with what caches need and nothing else', async () => {
    const kept = await prepare(page);
    const { status, headers, body } = await ask(kept, {
      headers: {
        via: '1.1 cache',
        'accept-encoding': 'br',
        'if-none-match': `"old", W/${kept.etags.br}`,
      },
    });
    expect(status).toBe(304);
    expect(body.byteLength).toBe(0);
    expect(Object.keys(headers).sort()).toEqual([
      ...['cache-control', 'cache-status', 'cache-tag', 'connection', 'date', 'etag'],
      ...['last-modified', 'surrogate-key', 'vary'],
    ]);
    expect(headers.etag).toBe(kept.etags.br);
  });

  test('hears it to HEAD and by date as well', async () => {
    const kept = await prepare(page);
    const headers = { 'if-modified-since': 'Mon, 22 Dec 2025 15:30:00 GMT' };
    expect((await ask(kept, { headers })).status).toBe(304);
    expect((await ask(kept, { headers, method: 'HEAD' })).status).toBe(304);
  });

  test('in another coding gets the page in the coding asked for', async () => {
    const kept = await prepare(page);
    const headers = { 'accept-encoding': 'br', 'if-none-match': kept.etags.identity };
    expect((await ask(kept, { headers })).status).toBe(200);
  });

  test('that is gone hears so, whatever the conditions', async () => {
    const kept = await prepare({ ...page, status: 410 });
    const { status, headers } = await ask(kept, { headers: { 'if-none-match': '*' } });
    expect(status).toBe(410);
    expect(headers).not.toHaveProperty('etag');
  });
});

describe('what belongs to one sending', () => {
  test('a stale answer says so and how old it is, and does not settle', async () => {
    const kept = await prepare(page);
    const options = { stale: true, age: 61.7 };
    const { headers } = await ask(kept, { options });
    expect(headers).toMatchObject({
      'cache-status': 'prism; fwd=stale; detail=served-stale',
      age: '61',
      'cache-control': 'public, max-age=0, s-maxage=5, stale-if-error=86400',
    });
    const unchanged = await ask(kept, { options, headers: { 'if-none-match': '*' } });
    expect(unchanged.headers['cache-control']).toBe(headers['cache-control']);
    expect((await ask(kept)).headers['cache-status']).toBe('prism; hit');
  });

  test('a true answer does not age, whenever it was rendered', async () => {
    const { headers } = await ask(await prepare(page), { options: { age: 1800 } });
    expect(headers).not.toHaveProperty('age');
  });

  test('an answer made for this reader says so', async () => {
    const { headers } = await ask(await prepare(page), { options: { filled: true } });
    expect(headers['cache-status']).toBe('prism; fwd=miss; stored');
  });

  test('the name of the request is told back, to this reader only', async () => {
    const kept = await prepare(page);
    const { headers } = await ask(kept, { options: { requestId: 'r-1' } });
    expect(headers['x-request-id']).toBe('r-1');
    expect((await ask(kept)).headers).not.toHaveProperty('x-request-id');
  });
});

test('a refusal is sent like any answer', async () => {
  const kept = await prepare(refusalAnswer(405, { allow: 'GET, HEAD' }));
  const { status, headers, body } = await ask(kept, { method: 'POST' });
  expect(status).toBe(405);
  expect(headers.allow).toBe('GET, HEAD');
  expect(headers['content-length']).toBe(String(body.byteLength));
});
