import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import { expect, type Page, test } from 'playwright/test';
import { pageKinds } from '../site';

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const checker = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  elements: ['html5'],
});

const views = [
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

for (const [kind, path] of Object.entries(pageKinds)) {
  test.describe(`The page “${kind}”`, () => {
    test('has one h1 and skips no heading level', async ({ page }) => {
      await page.goto(path);
      const levels = await headingLevels(page);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      let deepest = 1;
      for (const level of levels) {
        expect(level, `heading levels ${levels.join(' ')}`).toBeLessThanOrEqual(deepest + 1);
        deepest = level;
      }
    });

    test('is valid HTML', async ({ request }) => {
      const response = await request.get(path);
      const report = await checker.validateString(await response.text());
      const messages = report.results.flatMap((result) =>
        result.messages.map(
          ({ line, ruleId, message, selector }) => `${line} ${ruleId}: ${message} (${selector})`,
        ),
      );
      expect(messages).toEqual([]);
    });

    for (const { width, colorScheme } of views) {
      test(`breaks no accessibility rule at ${width} pixels, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        expect(await violations(page)).toEqual([]);
      });
    }

    test('fits every width from 320 to 1920 pixels without sideways scrolling', async ({
      page,
    }) => {
      await page.goto(path);
      for (const width of [320, 390, 768, 1280, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `at ${width} pixels`).toBeLessThanOrEqual(0);
      }
    });
  });
}

function headingLevels(page: Page): Promise<number[]> {
  return page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))));
}

/** What axe finds against WCAG 2.2 AA and its best practices, one line for each element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axeSource, 'utf8'));
  const results = await page.evaluate(() => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<AxeResults> };
    };
    return axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
  });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}
