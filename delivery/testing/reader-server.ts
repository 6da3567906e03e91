import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { vi } from 'vitest';
import { PageCache } from '../cache';
import { clientAddresses } from '../client-address';
import { openMetrics } from '../metrics';
import { Operations } from '../operations';
import { openOwnAnswers } from '../own-answers';
import { Pages } from '../pages';
import { prepareAnswer } from '../prepare';
import { askRenderer } from '../renderer/ask';
import { SearchLimits } from '../search-limits';
import { createReaderServer, type Limits } from '../server';
import { Turns } from '../turns';

type Render = (request: IncomingMessage, response: ServerResponse) => void;

/** A page as the renderer sends it. */
export const page: Render = (request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('X-Prism-Keys', 'front frame');
  response.end(`<!DOCTYPE html><html lang="en"><body><p>${request.url}</p></body></html>`);
};

/** Readers' server before a real HTTP server in the renderer's place, all on this machine. */
export async function openReaderServer(render: Render = page, limits?: Partial<Limits>) {
  const seen: IncomingMessage[] = [];
  let current = render;
  const renderer = createServer((request, response) => {
    seen.push(request);
    current(request, response);
  });
  renderer.listen(0, '127.0.0.1');
  await once(renderer, 'listening');
  const behind = { host: '127.0.0.1' as const, port: (renderer.address() as AddressInfo).port };

  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const cache = new PageCache(2 ** 23);
  const turns = new Turns({ atOnce: 4, waiting: 64, patience: 5_000 });
  const metrics = openMetrics({ cache, turns });
  const siteUrl = 'https://news.example';
  const prepare: Parameters<typeof openOwnAnswers>[0] = (rendered, key) =>
    prepareAnswer(rendered, key, { siteUrl, effort: 'quick' });
  const ask = (path: string) =>
    askRenderer(behind, { path, host: 'news.example', patience: 2_000 });
  const pages = new Pages({ cache, turnsFor: () => turns, prepare, ask });
  pages.watch(true);
  const read: string[] = [];
  const operations = new Operations({
    metrics,
    isReady: async () => (await ask('/readyz')).status === 200,
  });
  const server = createReaderServer({
    ...{ pages, metrics, log, logRequests: true, limits },
    own: openOwnAnswers(prepare),
    onReading: (story) => read.push(story),
    operate: operations.answer,
    searchLimits: new SearchLimits({ perClient: 3, inAll: 5 }),
    clientAddress: clientAddresses(['127.0.0.0/8']),
  });
  server.http.listen(0, '127.0.0.1');
  await once(server.http, 'listening');
  const { port } = server.http.address() as AddressInfo;

  return {
    ...{ port, seen, read, pages, operations, server, log },
    url: `http://127.0.0.1:${port}`,
    render: (next: Render) => {
      current = next;
    },
    /** From now on nothing answers in the renderer's place. */
    killRenderer: () => {
      renderer.close();
      renderer.closeAllConnections();
    },
    close: async () => {
      renderer.close();
      renderer.closeAllConnections();
      server.http.closeAllConnections();
      if (server.http.listening) await server.drain(0);
    },
  };
}

/** Sends `text` as it is and answers all that comes back until the connection is closed. */
export async function sendRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(text);
  let answer = '';
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString('latin1');
  });
  socket.on('error', () => {});
  await once(socket, 'close');
  return answer;
}
