import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { KeptAnswer } from './answer';
import type { ClientAddress } from './client-address';
import { FillFailure } from './fill';
import { type Log, pathOf } from './log';
import type { Metrics, Outcome } from './metrics';
import type { OwnAnswers } from './own-answers';
import type { Pages, Served } from './pages';
import { isReading } from './reader';
import { type RespondOptions, respond } from './respond';
import type { SearchLimits } from './search-limits';
import { parseTarget } from './target';

/** What one connection may cost. Times in milliseconds. */
export const LIMITS = {
  /** Request line and headers together, in bytes; more is answered 431. */
  maxHeaderSize: 16 * 1024,
  /** To send the headers; too slow is answered 408. */
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  /** Between two requests. */
  keepAliveTimeout: 30_000,
  /** Without a byte taken of an answer that waits to be sent. */
  idle: 30_000,
  connections: 10_000,
} as const;

export type Limits = Readonly<Record<keyof typeof LIMITS, number>>;

export type ServerOptions = Readonly<{
  pages: Pages;
  own: OwnAnswers;
  metrics: Metrics;
  log: Log;
  logRequests: boolean;
  /** Told the id of each story that a reader opens. */
  onReading: (story: string) => void;
  /** Answers the operators' addresses; false for all others. */
  operate: (path: string, response: ServerResponse) => boolean;
  searchLimits: SearchLimits;
  clientAddress: ClientAddress;
  /** Path of the key that search engines read, spelled in its own case; null or absent: none. */
  keyFile?: string | null;
  limits?: Partial<Limits>;
}>;

export type ReaderServer = Readonly<{
  /** The caller listens with it. */
  http: Server;
  /** Stops accepting; resolves when open requests have their answers, or `patience` ms are over. */
  drain: (patience: number) => Promise<void>;
}>;

/** Serves readers from `pages`. */
export function createReaderServer(options: ServerOptions): ReaderServer {
  const limits = { ...LIMITS, ...options.limits };
  const desk = new Desk(options, limits.idle);
  const server = createServer(
    {
      maxHeaderSize: limits.maxHeaderSize,
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      keepAliveTimeout: limits.keepAliveTimeout,
      connectionsCheckingInterval: 1_000,
      insecureHTTPParser: false,
      requireHostHeader: true,
    },
    desk.take,
  );
  server.maxConnections = limits.connections;
  // Nobody is invited to send a body.
  server.on('checkContinue', desk.take);
  return {
    http: server,
    drain: (patience) => {
      desk.drain();
      return close(server, patience);
    },
  };
}

function close(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
  });
}

/** Where requests are taken and answered. */
class Desk {
  readonly #options: ServerOptions;
  readonly #idle: number;
  /** Distinguishes the requests of this run from those of others in the log. */
  readonly #run = Date.now().toString(36);
  #count = 0;
  #draining = false;

  constructor(options: ServerOptions, idle: number) {
    this.#options = options;
    this.#idle = idle;
  }

  /** From now on every answer is the last on its connection. */
  drain(): void {
    this.#draining = true;
  }

  readonly take = (request: IncomingMessage, response: ServerResponse): void => {
    const began = performance.now();
    this.#count += 1;
    const requestId = `${this.#run}-${this.#count.toString(36)}`;
    if (this.#draining) response.shouldKeepAlive = false;
    const { url = '', method = '' } = request;
    if ((method === 'GET' || method === 'HEAD') && !hasBody(request)) {
      const served = this.#options.pages.fresh(url);
      if (served !== undefined) {
        this.#answer(request, response, served.kept, { requestId });
        this.#note('hit', request, response, began, requestId);
        return;
      }
    }
    void this.#consider(request, response, began, requestId);
  };

  async #consider(
    request: IncomingMessage,
    response: ServerResponse,
    began: number,
    requestId: string,
  ): Promise<void> {
    const { pages, own, log, operate, keyFile } = this.#options;
    let outcome: Outcome = 'own';
    const send = (kept: KeptAnswer, served: Partial<Served> = {}) => {
      if (this.#draining) response.shouldKeepAlive = false;
      if (!response.destroyed) this.#answer(request, response, kept, { ...served, requestId });
    };
    try {
      const { url = '', method = '' } = request;
      const target = parseTarget(method, url, keyFile);
      if (hasBody(request)) {
        // What we do not read must not be taken for the next request.
        response.shouldKeepAlive = false;
        send(await (target.kind === 'refuse' ? own.refusal(target) : own.noBody()));
      } else if (target.kind === 'refuse') {
        send(await own.refusal(target));
      } else if (target.kind === 'redirect') {
        send(await own.redirect(target.location));
      } else if (operate(target.key, response)) {
        return;
      } else {
        const fresh = pages.fresh(target.key);
        const wait = fresh === undefined ? this.#waitToSearch(target.key, request) : null;
        if (wait !== null) return send(await own.tooMany(wait));
        const served = fresh ?? (await pages.answer(target.key));
        outcome = served.stale ? 'stale' : served.filled ? 'miss' : 'hit';
        send(served.kept, served);
      }
    } catch (error) {
      outcome = 'failed';
      if (!(error instanceof FillFailure)) log.error({ err: error, requestId }, 'request failed');
      send(await own.failure(error instanceof FillFailure ? error.status : 500));
    } finally {
      this.#note(outcome, request, response, began, requestId);
    }
  }

  /**
   * Seconds after which a question that is not in memory may be asked; null: now. What is in memory costs
   * next to nothing, and counts for nothing.
   */
  #waitToSearch(key: string, request: IncomingMessage): number | null {
    if (!key.startsWith('/search?')) return null;
    const { searchLimits, clientAddress, metrics } = this.#options;
    const wait = searchLimits.take(clientAddress(request));
    metrics.searched(wait === null);
    return wait;
  }

  #answer(
    request: IncomingMessage,
    response: ServerResponse,
    kept: KeptAnswer,
    options: RespondOptions,
  ): void {
    respond(request, response, kept, options);
    if (kept.story !== null && isReading(request)) this.#options.onReading(kept.story);
  }

  /** A clock only for who is slow to read: one on every connection costs a tenth of its requests. */
  #watch({ socket }: ServerResponse): void {
    if (socket !== null && socket.writableLength > 0) socket.setTimeout(this.#idle);
  }

  #note(
    outcome: Outcome,
    request: IncomingMessage,
    response: ServerResponse,
    began: number,
    requestId: string,
  ): void {
    const { metrics, log, logRequests } = this.#options;
    this.#watch(response);
    const seconds = (performance.now() - began) / 1000;
    metrics.answered(outcome, seconds);
    if (!logRequests) return;
    const { method, url = '' } = request;
    const { statusCode: status } = response;
    log.info({ requestId, method, path: pathOf(url), status, outcome, seconds }, 'request');
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}
