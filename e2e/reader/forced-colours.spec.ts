import { expect, test } from 'playwright/test';
import { pageKinds } from '../site';

test.describe('In the reader’s own few colours', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active' }));

  test('a button has the colours of the reader’s buttons', async ({ page }) => {
    await page.goto(pageKinds['search before a question'] ?? '');
    const button = page.getByRole('main').getByRole('button');
    await expect(button).toHaveCSS('color', 'rgb(0, 0, 0)');
    await expect(button).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  });

  test('what search found is still marked', async ({ page }) => {
    await page.goto(pageKinds['search with answers'] ?? '');
    const background = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await background('mark')).not.toBe(await background('body'));
  });

  test('the date that an address names is still marked', async ({ page }) => {
    await page.goto(pageKinds.article ?? '');
    const date = page.locator('.timeline li > a').first();
    const href = await date.getAttribute('href');
    await page.goto(`${pageKinds.article}${href}`);
    const marked = page.locator('.timeline li:target');
    await expect(marked).toHaveCount(1);
    await expect(marked).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  });
});
