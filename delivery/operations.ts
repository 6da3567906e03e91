import type { ServerResponse } from 'node:http';

/** Milliseconds that the answer whether we are ready is good for: asking costs a query. */
const READY_FOR = 1_000;

export type OperationsOptions = Readonly<{
  /** Whether the renderer and its database answer. */
  isReady: () => Promise<boolean>;
  metrics: Readonly<{ text: () => Promise<string>; contentType: string }>;
}>;

/** The operators' addresses. They only tell; nothing can be ordered over HTTP. */
export class Operations {
  readonly #options: OperationsOptions;
  #draining = false;
  #ready: { promise: Promise<boolean>; until: number } | undefined;

  constructor(options: OperationsOptions) {
    this.#options = options;
  }

  /** No more requests are wanted: `/readyz` says so from now on. */
  drain(): void {
    this.#draining = true;
  }

  /** Answers if the path is one of ours, and says whether it is. */
  readonly answer = (path: string, response: ServerResponse): boolean => {
    switch (path) {
      case '/healthz':
        send(response, 200, 'ok\n');
        return true;
      case '/readyz':
        void this.#tellReady(response);
        return true;
      case '/metrics':
        void this.#tellMetrics(response);
        return true;
      default:
        return false;
    }
  };

  async #tellReady(response: ServerResponse): Promise<void> {
    if (this.#draining) send(response, 503, 'draining\n');
    else if (await this.#isReady()) send(response, 200, 'ready\n');
    else send(response, 503, 'the renderer or its database is away\n');
  }

  async #tellMetrics(response: ServerResponse): Promise<void> {
    const { metrics } = this.#options;
    send(response, 200, await metrics.text(), metrics.contentType);
  }

  #isReady(): Promise<boolean> {
    const now = performance.now();
    if (this.#ready === undefined || now >= this.#ready.until) {
      const promise = this.#options.isReady().catch(() => false);
      this.#ready = { promise, until: now + READY_FOR };
    }
    return this.#ready.promise;
  }
}

function send(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(response.req.method === 'HEAD' ? undefined : text);
}
