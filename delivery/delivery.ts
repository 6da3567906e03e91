import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Environment } from '@/lib/site/environment';
import { keyFilePath } from '@/lib/text/key-file';
import type { RenderedAnswer } from './answer';
import { PageCache } from './cache';
import { clientAddresses } from './client-address';
import { FillFailure } from './fill';
import { Listener, reasonOf } from './listen';
import { type Log, pathOf, sparing } from './log';
import { type Metrics, openMetrics } from './metrics';
import { Operations } from './operations';
import { openOwnAnswers } from './own-answers';
import { Pages } from './pages';
import { improveAnswer, prepareAnswer } from './prepare';
import { COUNTING, Readings } from './readings';
import { makeSocketFolder } from './renderer/address';
import { askRenderer } from './renderer/ask';
import { type Renderer, superviseRenderer } from './renderer/supervise';
import { SearchLimits } from './search-limits';
import { createReaderServer } from './server';
import { Session } from './session';
import { Stylesheets } from './stylesheets';
import { Turns } from './turns';

/** Next's production server. */
const RENDERER = path.join('delivery', 'renderer', 'serve.mjs');

/**
 * Renderings at once, and how many wait for how long (in milliseconds). Each keeps about one
 * processor busy, in the renderer or the database; one processor is left to those who read.
 */
const TURNS = {
  atOnce: Math.min(4, Math.max(1, availableParallelism() - 1)),
  waiting: 64,
  patience: 5_000,
};

/**
 * Pictures wait for one another, not pages for them: one that is made for the first time takes as
 * long as dozens of pages.
 */
const PICTURE_TURNS = { atOnce: 1, waiting: 128, patience: 10_000 };

/** Milliseconds. */
const PATIENCE = {
  /** For an answer of the renderer. */
  render: 10_000,
  /** For a renderer that is being started again. */
  restart: 3_000,
  /** Until an end of the renderer is known. */
  news: 100,
  ready: 2_000,
  /** For open requests when we are told to stop. */
  drain: 10_000,
};

/** Delivery as it runs, its renderer included. */
export type Delivery = Readonly<{
  /** Listened on. */
  port: number;
  /** Lets open requests finish and ends everything that was started. */
  stop: () => Promise<void>;
}>;

export type DeliveryParts = Readonly<{
  /** The renderer's. */
  program?: string;
  /** Milliseconds between two times that readings are added to the database's counts. */
  countEvery?: number;
}>;

/** Starts the renderer, and serves readers when it can render. Throws when it does not start. */
export async function openDelivery(
  settings: Environment,
  log: Log,
  { program = RENDERER, countEvery = COUNTING.every }: DeliveryParts = {},
): Promise<Delivery> {
  const { siteUrl, host, port, databaseUrl } = settings;
  const turns = new Turns(TURNS);
  const pictureTurns = new Turns(PICTURE_TURNS);
  const cache = new PageCache(settings.cacheMegabytes * 2 ** 20);
  const metrics = openMetrics({ cache, turns });
  cache.onEvict = metrics.evicted;

  const folder = await makeSocketFolder();
  const renderer = superviseRenderer({
    program,
    args: folder === null ? [] : [folder.socketPath],
    host: new URL(siteUrl).host,
    onEvent: ({ kind, ...rest }) => {
      if (kind === 'ended') metrics.rendererEnded();
      log[kind === 'up' ? 'info' : 'error'](rest, `renderer ${kind}`);
    },
  });
  const ask = asking(renderer, new URL(siteUrl).host);
  const stylesheets = new Stylesheets(async (address) => {
    const { status, body } = await ask(address).catch((error: Error) => {
      throw new FillFailure(503, error.message, { cause: error });
    });
    if (status !== 200) throw new Error(`${address} was answered with ${status}`);
    return body.toString();
  });
  const prepare = (rendered: RenderedAnswer, key: string) =>
    prepareAnswer(rendered, key, { siteUrl, effort: 'quick', stylesheets });
  const turnsFor = (key: string) => (key.startsWith('/media/') ? pictureTurns : turns);
  const pages = openPages({ cache, turnsFor, ask, prepare, metrics, log });
  const operations = new Operations({
    metrics,
    isReady: async () => (await ask('/readyz', PATIENCE.ready)).status === 200,
  });
  const listener = databaseUrl === null ? null : listen(databaseUrl, pages, metrics, log);
  const readings = listener && countReadings(listener, countEvery, metrics, log);
  const server = createReaderServer({
    ...{ pages, metrics, log, logRequests: settings.log === 'requests' },
    own: openOwnAnswers(prepare),
    onReading: readings?.count ?? (() => {}),
    operate: operations.answer,
    searchLimits: new SearchLimits(settings.searches),
    clientAddress: clientAddresses(settings.trustedProxies),
    keyFile: settings.indexNow && keyFilePath(settings.indexNow.key),
  });

  const stop = async () => {
    operations.drain();
    await server.drain(PATIENCE.drain);
    // What was counted goes by the listener's connection.
    await Promise.all([renderer.stop(), readings?.stop().then(() => listener?.stop())]);
    await folder?.remove();
  };
  try {
    await renderer.started;
    server.http.listen(port, host);
    await once(server.http, 'listening');
  } catch (error) {
    await stop();
    throw error;
  }
  const address = server.http.address() as AddressInfo;
  log.info(address, 'serving');
  // The first page costs the renderer seconds: better ours than a reader's.
  pages.answer('/').catch(() => {});
  return { port: address.port, stop };
}

type Ask = (key: string, patience?: number) => Promise<RenderedAnswer>;

function asking(renderer: Renderer, host: string): Ask {
  const askOnce: Ask = async (key, patience = PATIENCE.render) => {
    const address = await renderer.address(Math.min(patience, PATIENCE.restart));
    if (address === null) throw new Error('the renderer is not up');
    return askRenderer(address, { path: key, host, patience });
  };
  return async (key, patience) => {
    try {
      return await askOnce(key, patience);
    } catch (error) {
      if (!isNotListening(error)) throw error;
      // It has just ended; a moment later that is known, and the next one is waited for.
      await delay(PATIENCE.news);
      return askOnce(key, patience);
    }
  };
}

/** Whether the question was never heard. What was heard may be what ended it: not asked twice. */
function isNotListening(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^(ECONNREFUSED|ENOENT)$/.test(`${error.code}`)
  );
}

type PageParts = Readonly<{
  cache: PageCache;
  turnsFor: (key: string) => Turns;
  ask: Ask;
  prepare: Parameters<typeof openOwnAnswers>[0];
  metrics: Metrics;
  log: Log;
}>;

function openPages({ cache, turnsFor, ask, prepare, metrics, log }: PageParts): Pages {
  // While the database is away every page fails.
  const warn = sparing((fields, message) => log.warn(fields, message));
  return new Pages({
    ...{ cache, turnsFor, prepare, improve: improveAnswer },
    ask: async (key) => {
      const began = performance.now();
      const rendered = await ask(key);
      metrics.rendered((performance.now() - began) / 1000);
      return rendered;
    },
    onFilled: metrics.filled,
    onFailed: (key, { status, message }) => {
      metrics.fillFailed();
      warn({ path: pathOf(key), status, reason: message }, 'page not made');
    },
  });
}

function listen(databaseUrl: string, pages: Pages, metrics: Metrics, log: Log): Listener {
  return new Listener({
    connect: (patience, onAnnounced) => new Session(databaseUrl, patience, onAnnounced),
    onPurge: (purge) => {
      const concerned = pages.purge(purge);
      metrics.purged(concerned);
      log.info({ keys: purge === 'everything' ? purge : purge.size, pages: concerned }, 'purge');
    },
    onWithdrawn: (paths) => pages.withdraw(paths),
    onEdition: (version) => pages.learn(`${version}`),
    onWatched: (watched) => {
      pages.watch(watched);
      metrics.watched(watched);
    },
    onEvent: ({ kind, ...rest }) => {
      log[kind === 'listening' ? 'info' : 'warn'](rest, `publishing ${kind}`);
    },
  });
}

function countReadings(listener: Listener, every: number, metrics: Metrics, log: Log): Readings {
  return new Readings({
    every,
    add: (readings) => listener.addReadings(readings),
    onAdded: metrics.readingsAdded,
    onLost: metrics.readingsLost,
    onFailed: (error) => log.warn({ reason: reasonOf(error) }, 'readings kept for later'),
  });
}
