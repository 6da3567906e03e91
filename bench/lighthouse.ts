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

/** How often a load is recorded again where the browser's own record of it was broken. */
const ATTEMPTS = 5;

/** Judges one load, in a browser of its own: a used one breaks the record more often. */
export async function judgePage(url: string, skipAudits: readonly string[]): Promise<Run> {
  for (let attempt = 1; ; attempt += 1) {
    const chrome = await openChrome();
    try {
      return await judgeLoad(chrome, url, skipAudits);
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
): Promise<Run> {
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
  return {
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
  };
}
