import { expect, test } from 'playwright/test';
import { expectSoundOutline, htmlErrors, overflow, violations } from '../page-checks';
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

    test('breaks no accessibility rule at any width, in any colours', async ({ page }) => {
      test.slow();
      await page.goto(path);
      expect(await violations(page)).toEqual([]);
    });

    test('fits every width from 320 to 1920 pixels without sideways scrolling', async ({
      page,
    }) => {
      await page.goto(path);
      for (const width of [320, 390, 768, 1280, 1920]) {
        expect(await overflow(page, width), `at ${width} pixels`).toBeLessThanOrEqual(0);
      }
    });
  });
}
