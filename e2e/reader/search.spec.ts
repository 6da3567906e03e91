import { expect, type Page, test } from 'playwright/test';

const main = (page: Page) => page.getByRole('main');

test('who has only a keyboard narrows a search, finds it as it was, and takes it back', async ({
  page,
}) => {
  await page.goto('/search?q=treaty');
  const all = await main(page).locator('.summary').textContent();
  const fold = main(page).locator('summary').first();
  await fold.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Section', { exact: true })).toBeFocused();
  await page.keyboard.type('Politics');
  await page.getByLabel('Order').selectOption('Newest first');
  await page.getByLabel('From day').fill('2025-01-01');
  await page.getByLabel('Search stories', { exact: true }).press('Enter');

  await expect(main(page).locator('.summary')).toContainText('in Politics, from 1 January 2025 on');
  await expect(page.getByLabel('Section', { exact: true })).toHaveValue('politics');
  await expect(page.getByLabel('Order')).toHaveValue('date');
  await expect(page.getByLabel('From day')).toHaveValue('2025-01-01');
  await main(page).getByRole('link', { name: 'Clear all of these' }).click();
  await expect(page).toHaveURL('/search?q=treaty');
  await expect(main(page).locator('.summary')).toHaveText(all ?? '');
});

test('a slip of the finger leads on to what was meant', async ({ page }) => {
  await page.goto('/search?q=smalpox');
  await main(page).getByRole('link', { name: '“smallpox”' }).click();
  await expect(main(page).getByRole('heading', { level: 2 }).first()).toHaveText(
    'How smallpox was ended',
  );
});

test('what cannot be understood is said, and the rest is answered', async ({ page, request }) => {
  const path = '/search?q=treaty&section=wolrd&tag=%00&from=soon&sort=up&page=1';
  await page.goto(path);
  await expect(main(page).locator('.note')).toHaveCount(4);
  await expect(main(page).locator('.trails > li').first()).toBeVisible();
  expect((await request.get(path)).status()).toBe(200);
});

test('further pages keep what was chosen', async ({ page }) => {
  await page.goto('/search?q=the+or+war+or+world+or+year&sort=date&from=2025-01-01');
  await main(page).getByRole('link', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/from=2025-01-01&sort=date&page=2$/);
  await expect(page.getByLabel('Order')).toHaveValue('date');
});
