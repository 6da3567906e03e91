import { type LaunchedChrome, launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { findChromium } from '@/scripts/testing/chromium';
import { median } from './figure';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What Lighthouse says of one load of a page. */
export type Run = Readonly<{
  /** Of 100. */
  scores: Readonly<Record<Category, number>>;
  /** Milliseconds, as simulated for a poor phone. */
  lcp: number;
  cls: number;
  /** Bytes of everything the page asked for, as they were sent. */
  bytes: number;
  /** Audits that cost points, each with what it says. */
  failing: readonly string[];
  /** Records of this load that were thrown away since the browser got no processor. */
  delayed: number;
}>;

/** Starts a browser on a profile of its own. */
async function openChrome(): Promise<LaunchedChrome> {
  const chromePath = findChromium();
  if (chromePath === null) {
    throw new Error(
      'Lighthouse needs a Chromium, and none was found. Install one (Debian: apt-get install chromium), or measure other parts: npm run bench -- weight',
    );
  }
  // Chromium's own sandbox cannot be set up by root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return launch({ chromePath, chromeFlags: ['--headless=new', ...sandbox], logLevel: 'error' });
}

/** How often a load is recorded again where the record of it says more of the machine than of the page. */
const ATTEMPTS = 5;

/** Judges one load, in a browser of its own: a used one breaks the record more often. */
export async function judgePage(url: string, skipAudits: readonly string[]): Promise<Run> {
  let delayed = 0;
  for (let attempt = 1; ; attempt += 1) {
    const chrome = await openChrome();
    try {
      const { run, wasDelayed } = await judgeLoad(chrome, url, skipAudits);
      if (!wasDelayed || attempt === ATTEMPTS) return { ...run, delayed };
      delayed += 1;
    } catch (error) {
      if (!(error instanceof BrokenRecord) || attempt === ATTEMPTS) throw error;
    } finally {
      chrome.kill();
    }
  }
}

/** Lighthouse could not use what Chromium recorded: NO_NAVSTART and the like, which pass. */
class BrokenRecord extends Error {
  override name = 'BrokenRecord';
}

/** Lighthouse's own settings for a phone, its throttling simulated. */
async function judgeLoad(
  chrome: LaunchedChrome,
  url: string,
  skipAudits: readonly string[],
): Promise<Readonly<{ run: Omit<Run, 'delayed'>; wasDelayed: boolean }>> {
  const result = await lighthouse(url, {
    port: chrome.port,
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
    skipAudits: [...skipAudits],
    disableFullPageScreenshot: true,
  });
  if (result === undefined) throw new Error(`Lighthouse said nothing of ${url}`);
  const { lhr } = result;
  if (lhr.runtimeError) {
    const { code, message } = lhr.runtimeError;
    const words = `${url}: ${message}`;
    throw /^NO_(?:NAVSTART|TRACING_STARTED|FCP|LCP)$/.test(code)
      ? new BrokenRecord(words)
      : new Error(words);
  }
  const numberOf = (audit: string) => {
    const value = lhr.audits[audit]?.numericValue;
    if (value === undefined) throw new Error(`${url}: Lighthouse did not measure ${audit}`);
    return value;
  };
  const scoreOf = (category: Category) => {
    const score = lhr.categories[category]?.score;
    if (score == null) throw new Error(`${url}: Lighthouse gave no score for ${category}`);
    return Math.round(score * 100);
  };
  const run = {
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
      seo: scoreOf('seo'),
    },
    lcp: numberOf('largest-contentful-paint'),
    cls: numberOf('cumulative-layout-shift'),
    bytes: numberOf('total-byte-weight'),
    failing: CATEGORIES.flatMap((category) => {
      const { score, auditRefs } = lhr.categories[category] ?? { score: 1, auditRefs: [] };
      if (score === 1) return [];
      return auditRefs.flatMap(({ id, weight }) => {
        const audit = lhr.audits[id];
        if (weight === 0 || audit?.score == null || audit.score === 1) return [];
        return [`${id}: ${[audit.title, audit.displayValue].filter(Boolean).join(', ')}`];
      });
    }),
  };
  const blocked = run.scores.performance < 100 && scoreOfAudit(lhr, 'total-blocking-time') < 1;
  return { run, wasDelayed: blocked && waitedForProcessor(traceOf(result.artifacts)) };
}

const scoreOfAudit = (lhr: Result['lhr'], audit: string) => lhr.audits[audit]?.score ?? 0;

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>;

/** An event of a trace (Trace Event Format); times in microseconds, `tdur` those on a processor. */
export type TraceEvent = Readonly<{
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
}>;

function traceOf(artifacts: Result['artifacts']): readonly TraceEvent[] {
  return (artifacts as unknown as { Trace: { traceEvents: readonly TraceEvent[] } }).Trace
    .traceEvents;
}

/** A task of this length blocks, four times as slow, as Lighthouse takes a phone to be: 50 ms, in microseconds. */
const BLOCKING = 50_000 / 4;

/**
 * Whether the tasks that blocked the page were held up more than they were at work: Lighthouse multiplies the
 * time that passed by four, also what the browser spent waiting for a processor of a busy machine.
 */
export function waitedForProcessor(events: readonly TraceEvent[]): boolean {
  const layouts = events.filter(({ name, ph }) => name === 'Layout' && ph === 'X');
  const { pid, tid } = layouts.reduce(
    (longest, event) => ((event.dur ?? 0) > (longest.dur ?? 0) ? event : longest),
    { pid: 0, tid: 0 } as Pick<TraceEvent, 'pid' | 'tid' | 'dur'>,
  );
  const tasks = events.filter(
    (event) =>
      event.pid === pid &&
      event.tid === tid &&
      event.ph === 'X' &&
      event.name.endsWith('RunTask') &&
      (event.dur ?? 0) > BLOCKING,
  );
  const passed = tasks.reduce((sum, { dur = 0 }) => sum + dur, 0);
  const worked = tasks.reduce((sum, { tdur, dur = 0 }) => sum + (tdur ?? dur), 0);
  return passed > 2 * worked;
}

/** The middle of several loads; an audit that fails in any of them is named. */
export function middleOf(runs: readonly Run[]): Run {
  const middle = (value: (run: Run) => number) => median(runs.map(value));
  return {
    scores: {
      performance: middle(({ scores }) => scores.performance),
      accessibility: middle(({ scores }) => scores.accessibility),
      'best-practices': middle(({ scores }) => scores['best-practices']),
      seo: middle(({ scores }) => scores.seo),
    },
    lcp: middle(({ lcp }) => lcp),
    cls: middle(({ cls }) => cls),
    bytes: middle(({ bytes }) => bytes),
    failing: [...new Set(runs.flatMap(({ failing }) => failing))],
    delayed: runs.reduce((sum, run) => sum + run.delayed, 0),
  };
}
