import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PageCache } from './cache';
import { BOUNDS, Latencies } from './latencies';
import type { Turns } from './turns';

/** How a request was answered. */
export type Outcome = 'hit' | 'miss' | 'stale' | 'own' | 'failed';

const OUTCOMES: readonly Outcome[] = ['hit', 'miss', 'stale', 'own', 'failed'];

export type Metrics = Readonly<{
  /** A request was answered. @param seconds until the answer was handed to the socket */
  answered: (outcome: Outcome, seconds: number) => void;
  rendered: (seconds: number) => void;
  filled: () => void;
  fillFailed: () => void;
  /** @param pages kept pages that it concerned */
  purged: (pages: number) => void;
  evicted: () => void;
  rendererEnded: () => void;
  /** A search was asked of the renderer, or was one too many. */
  searched: (allowed: boolean) => void;
  watched: (watched: boolean) => void;
  /** Readings of stories came to the database's counts. */
  readingsAdded: (readings: number) => void;
  readingsLost: (readings: number) => void;
  /** In the text format of Prometheus. */
  text: () => Promise<string>;
  contentType: string;
}>;

export type Measured = Readonly<{ cache: PageCache; turns: Turns }>;

/** What operators see at `/metrics`. */
export function openMetrics({ cache, turns }: Measured): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const counter = (name: string, help: string) => new Counter({ name, help, registers });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });

  const answers = new Latencies(
    'prism_request_seconds',
    'From the request to the answer given to the socket, by how it was answered.',
    OUTCOMES,
  );
  const rendering = new Histogram({
    name: 'prism_render_seconds',
    help: 'Answers of the renderer.',
    buckets: [...BOUNDS],
    registers,
  });

  const fills = counter('prism_fills_total', 'Answers made and given to the cache.');
  const failures = counter('prism_fill_failures_total', 'Answers that could not be made.');
  const purges = counter('prism_purges_total', 'Announcements of what changed.');
  const purgedPages = counter('prism_purged_pages_total', 'Kept pages that purges concerned.');
  const evictions = counter('prism_evictions_total', 'Kept pages that had to go for want of room.');
  const ends = counter('prism_renderer_ends_total', 'Times that the renderer ended by itself.');
  const readings = counter('prism_readings_total', 'Readings of stories that were counted.');
  const searches = counter('prism_searches_total', 'Searches that were not in memory.');
  const refusedSearches = counter(
    'prism_searches_refused_total',
    'Those of them that were one too many, answered 429.',
  );
  const lostReadings = counter(
    'prism_readings_lost_total',
    'Readings that could not be counted: the database was away for too long.',
  );
  const listening = new Gauge({
    name: 'prism_listening',
    help: '1 while changes are announced to us.',
    registers,
  });

  for (const place of ['pages', 'passing'] as const) {
    gauge(
      `prism_cache_${place}`,
      `Entries of the cache: ${place}.`,
      () => cache.sizes()[place].entries,
    );
    gauge(`prism_cache_${place}_bytes`, `The same in bytes.`, () => cache.sizes()[place].bytes);
  }
  gauge('prism_renders', 'Renderings underway.', () => turns.running);
  gauge('prism_queue_readers', 'Renderings that readers wait for.', () => turns.waiting('reader'));
  gauge('prism_queue_background', 'Renderings that nobody waits for.', () =>
    turns.waiting('background'),
  );

  return {
    answered: (outcome, seconds) => answers.observe(outcome, seconds),
    rendered: (seconds) => rendering.observe(seconds),
    filled: () => fills.inc(),
    fillFailed: () => failures.inc(),
    purged: (pages) => {
      purges.inc();
      purgedPages.inc(pages);
    },
    evicted: () => evictions.inc(),
    rendererEnded: () => ends.inc(),
    searched: (allowed) => {
      searches.inc();
      if (!allowed) refusedSearches.inc();
    },
    watched: (watched) => listening.set(watched ? 1 : 0),
    readingsAdded: (count) => readings.inc(count),
    readingsLost: (count) => lostReadings.inc(count),
    text: async () => `${await registry.metrics()}\n${answers.text()}`,
    contentType: registry.contentType,
  };
}
