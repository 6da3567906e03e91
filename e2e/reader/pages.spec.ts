import { expect, test } from 'playwright/test';
import { expectSoundOutline, htmlErrors, views, violations } from '../page-checks';
import { pageKinds } from '../site';

for (const [kind, path] of Object.entries(pageKinds)) {
  test.describe(`The page “${kind}”`, () => {
    test('has one h1 and skips no heading level', async ({ page }) => {
      await page.goto(path);
      await expectSoundOutline(page);
    });

    test('is valid HTML', async ({ request }) => {
      const response = await request.get(path);
      expect(await htmlErrors(await response.text())).toEqual([]);
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
