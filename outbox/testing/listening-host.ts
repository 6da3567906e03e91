import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a search engine or hub was told. */
export type Told = Readonly<{
  method: string;
  path: string;
  contentType: string;
  body: string;
  /** Addresses in it, IndexNow's or WebSub's. */
  urls: readonly string[];
}>;

export type ListeningHost = Readonly<{
  url: string;
  told: readonly Told[];
  /** Requests underway together, at most. */
  mostAtOnce: () => number;
  /** Resolves when so many requests have come in all. */
  untilTold: (times: number) => Promise<void>;
  close: () => Promise<void>;
}>;

/** Answers the request of this number, from 0; or leaves it without an answer. */
export type Answering = (response: ServerResponse, number: number) => void | Promise<void>;

export const answering =
  (...statuses: readonly number[]): Answering =>
  (response, number) => {
    response.statusCode = statuses[Math.min(number, statuses.length - 1)] ?? 200;
    response.end();
  };

/** A host that is told, on this machine. */
export async function openListeningHost(answer: Answering): Promise<ListeningHost> {
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  let underway = 0;
  let most = 0;
  const server = createServer(async (request, response) => {
    underway += 1;
    most = Math.max(most, underway);
    response.once('close', () => {
      underway -= 1;
    });
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', url: path = '', headers } = request;
    const contentType = headers['content-type'] ?? '';
    told.push({ method, path, contentType, body, urls: urlsIn(contentType, body) });
    for (const look of waiting) look();
    await answer(response, told.length - 1);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    told,
    mostAtOnce: () => most,
    untilTold: (times) =>
      new Promise((resolve) => {
        const look = () => told.length >= times && resolve();
        waiting.add(look);
        look();
      }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function urlsIn(contentType: string, body: string): readonly string[] {
  return contentType.startsWith('application/json')
    ? JSON.parse(body).urlList
    : new URLSearchParams(body).getAll('hub.url');
}
