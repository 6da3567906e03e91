import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

/**
 * Lets a page choose its status and headers. Next gives pages 200, 307, 308 and 404 only, and no
 * headers; a withdrawn story must answer 410 and an unreachable database 503, and every page says
 * what it shows. Node announces each request on the channel
 * `http.server.request.start`; the response is kept with the request's asynchronous context, where
 * the page finds it. See docs/decisions/004-status-from-pages.md.
 */

/** Next bundles this file twice (instrumentation and pages): the storage is shared by its symbol. */
const key = Symbol.for('prism-news.response');

type Holder = { [key]?: AsyncLocalStorage<ServerResponse> };

function responses(): AsyncLocalStorage<ServerResponse> {
  const holder = globalThis as Holder;
  holder[key] ??= new AsyncLocalStorage<ServerResponse>();
  return holder[key];
}

/** Begins to keep each response with its request. Called once, when the server starts. */
export function followResponses(): void {
  const storage = responses();
  subscribe('http.server.request.start', (message) => {
    storage.enterWith((message as { response: ServerResponse }).response);
  });
}

/**
 * Makes the answer to the request being rendered carry `status` and `headers`. Must be called
 * before the page has begun to stream, which holds for pages without a Suspense boundary. `next
 * start` takes its first requests before it calls instrumentation, and there is no response to be
 * had: what Next answers by itself, 200 and 308, then lacks its headers; all else throws, so that a
 * page never says "not found" with 200.
 */
export function answerWith(status: number, headers: Readonly<Record<string, string>> = {}): void {
  const response = responses().getStore();
  if (response === undefined) {
    if (status === 200 || status === 308) return;
    throw new Error(`No response to answer with ${status}`);
  }
  const writeHead = response.writeHead;
  response.writeHead = function writeChosenHead(this: ServerResponse, _given, ...rest) {
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
    return Reflect.apply(writeHead, this, [status, ...rest]);
  } as typeof writeHead;
}
