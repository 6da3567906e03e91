import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import { expect, type Page } from 'playwright/test';

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const checker = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  elements: ['html5'],
});

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The widths at which pages are tried. */
const WIDTHS = [320, 390, 1280];

/**
 * The colours in which pages are tried, at which widths, and what is asked there. Contrast is not asked
 * where the system gives the colours: Chromium then still reports the page's own as
 * `-webkit-text-fill-color`, which axe reads; no style for them asks for a width, so that one is enough.
 * The dark is asked for nothing but contrast: all else is as in the light.
 */
const COLOURS = [
  {
    name: 'light',
    widths: WIDTHS,
    media: { colorScheme: 'light', forcedColors: 'none' },
    rules: STANDARDS,
    but: [],
  },
  {
    name: 'dark',
    widths: WIDTHS,
    media: { colorScheme: 'dark', forcedColors: 'none' },
    rules: ['cat.color'],
    but: [],
  },
  {
    name: 'forced colours',
    widths: [390],
    media: { colorScheme: 'light', forcedColors: 'active' },
    rules: STANDARDS,
    but: ['color-contrast'],
  },
] as const;

/** What an HTML checker finds, one line for each error. */
export async function htmlErrors(html: string): Promise<string[]> {
  const { results } = await checker.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ line, ruleId, message, selector }) => `${line} ${ruleId}: ${message} (${selector})`,
    ),
  );
}

/** One `h1`, and no level skipped on the way down. */
export async function expectSoundOutline(page: Page): Promise<void> {
  const levels = await headingLevels(page);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  let deepest = 1;
  for (const level of levels) {
    expect(level, `heading levels ${levels.join(' ')}`).toBeLessThanOrEqual(deepest + 1);
    deepest = level;
  }
}

function headingLevels(page: Page): Promise<number[]> {
  return page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))));
}

/**
 * What axe finds against WCAG 2.2 AA and its best practices on the page that is open, at its widths
 * and in all colours: one line for each element and view. One loading serves all views.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axeSource, 'utf8'));
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const { name, media, rules, but } of COLOURS.filter(isTriedAt(width))) {
      await page.emulateMedia(media);
      const lines = await violationsNow(page, rules, but);
      found.push(...lines.map((line) => `${width} pixels, ${name}: ${line}`));
    }
  }
  return found;
}

function isTriedAt(width: number) {
  return ({ widths }: Readonly<{ widths: readonly number[] }>) => widths.includes(width);
}

async function violationsNow(
  page: Page,
  rules: readonly string[],
  but: readonly string[],
): Promise<string[]> {
  const results = await page.evaluate(
    (options) => {
      const { axe } = window as unknown as {
        axe: { run: (options: object) => Promise<AxeResults> };
      };
      return axe.run(options);
    },
    {
      runOnly: [...rules],
      rules: Object.fromEntries(but.map((rule) => [rule, { enabled: false }])),
      resultTypes: ['violations'],
    },
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}

/** By how many pixels the page that is open is wider than a window of `width`. */
export async function overflow(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
