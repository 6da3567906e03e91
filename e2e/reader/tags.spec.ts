import { expect, test } from 'playwright/test';
import { pageKinds } from '../site';

test('from a story’s tag a reader finds all tags, and by a letter another one', async ({
  page,
}) => {
  await page.goto(pageKinds.tag ?? '');
  await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByText('Tags').click();
  await expect(page).toHaveURL(/\/tags$/);
  await page.getByRole('navigation', { name: 'Letters' }).getByText('N', { exact: true }).click();
  const letter = page.locator('section.letter:target');
  await expect(letter.getByRole('heading')).toHaveText('N');
  const link = letter.getByRole('link').first();
  const [name, count] = [
    await link.textContent(),
    await letter.locator('.count').first().textContent(),
  ];
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '');
  await expect(page.locator('.page-head > .meta')).toHaveText(new RegExp(`^${count?.trim()} stor`));
});

test('a tag leads to related ones, and its plot says in words what it shows', async ({ page }) => {
  await page.goto(pageKinds.tag ?? '');
  const related = page.getByRole('navigation', { name: 'Often together with' }).getByRole('link');
  expect(await related.count()).toBeGreaterThan(0);
  const plot = page.getByRole('img', { name: /^\d+ stories in \d+ months, most in / });
  await expect(plot).toBeVisible();
  const { width } = (await plot.boundingBox()) ?? { width: 0 };
  expect(width).toBeGreaterThan(20);
  await page.goto((await related.first().getAttribute('href')) ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the bars are as dark as the text, in the reader’s own colours as well', async ({ page }) => {
  for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    await page.emulateMedia(media);
    await page.goto(pageKinds.tag ?? '');
    const [bars, text] = await page.evaluate(() =>
      ['.plot path', 'h1'].map((selector) => {
        const element = document.querySelector(selector);
        if (element === null) throw new Error(`no ${selector}`);
        const { fill, color } = getComputedStyle(element);
        return selector === 'h1' ? color : fill;
      }),
    );
    expect(bars).toBe(text);
  }
});

test('of what is asked for beside a page, all tags keep one copy', async ({ request }) => {
  const [plain, adorned] = [
    await request.get('/tags'),
    await request.get('/tags?letter=n&utm_source=x'),
  ];
  expect(adorned.headers().etag).toBe(plain.headers().etag);
  expect((await request.get('/tags?page=2')).status()).toBe(404);
});
