import { expect, type Page, test } from 'playwright/test';
import { miami, pageKinds } from '../site';

for (const [kind, path] of Object.entries(pageKinds)) {
  test.describe(`The page “${kind}”`, () => {
    test('has one banner, one main part and one foot, and names its navigations apart', async ({
      page,
    }) => {
      await page.goto(path);
      for (const role of ['banner', 'main', 'contentinfo'] as const) {
        await expect(page.getByRole(role), role).toHaveCount(1);
      }
      const names = await namesOf(page, 'nav');
      expect(names.filter((name) => name === '')).toEqual([]);
      expect(new Set(names).size, names.join(', ')).toBe(names.length);
    });

    test('tells links in sentences by more than their colour', async ({ page }) => {
      await page.goto(path);
      expect(await page.evaluate(plainLinks)).toEqual([]);
    });

    test('reads in order without its styles', async ({ page }) => {
      await page.goto(path);
      await page.evaluate(() => {
        for (const sheet of document.styleSheets) sheet.disabled = true;
      });
      const parts = [
        page.getByRole('link', { name: 'Skip to the main text' }),
        page.getByRole('banner').getByRole('link', { name: 'PRISM News' }),
        page.getByRole('navigation', { name: 'Sections', exact: true }),
        page.getByRole('heading', { level: 1 }),
        page.locator('main :is(.body > p, .trails, .entries, form)').first(),
        page.getByRole('heading', { name: 'Related stories' }),
        page.getByRole('contentinfo').getByRole('link', { name: 'PRISM News', exact: true }),
      ];
      let bottom = 0;
      for (const part of parts) {
        if ((await part.count()) === 0) continue;
        const box = await part.boundingBox();
        expect(box?.y, String(part)).toBeGreaterThanOrEqual(bottom);
        bottom = box?.y ?? bottom;
      }
    });

    test('says what its pictures show where they do not come', async ({ page }) => {
      await page.route(/\/media\//, (route) => route.abort());
      await page.goto(path);
      const pictures = page.locator('main img');
      for (const picture of await pictures.all()) {
        await picture.scrollIntoViewIfNeeded();
        await expect(picture).toHaveJSProperty('naturalWidth', 0);
        await expect(picture).toHaveAttribute('alt', /\p{L}{3}/u);
        const box = await picture.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(50);
      }
    });
  });
}

test('the current page of a list is marked in words and in weight', async ({ page }) => {
  await page.goto(pageKinds['second page of a list'] ?? '');
  const current = page.locator('[aria-current="page"]');
  await expect(current).toHaveCount(1);
  await expect(current).toHaveAccessibleName('Page 2');
  const other = page.getByRole('link', { name: 'Page 1', exact: true });
  const weight = (link: typeof other) =>
    link.evaluate((element) => Number(getComputedStyle(element).fontWeight));
  expect(await weight(current)).toBeGreaterThan(await weight(other));
});

test('there are pictures and links to judge', async ({ page }) => {
  await page.goto(pageKinds['article with a picture'] ?? '');
  expect(await page.locator('main img').count()).toBeGreaterThan(0);
  await page.goto(miami);
  expect(await page.locator('.body p a').count()).toBeGreaterThan(0);
});

function namesOf(page: Page, tag: string): Promise<string[]> {
  return page.locator(tag).evaluateAll((found) =>
    found.map((element) => {
      const id = element.getAttribute('aria-labelledby');
      const label = id === null ? null : (document.getElementById(id)?.textContent ?? '');
      return (label ?? element.getAttribute('aria-label') ?? '').trim();
    }),
  );
}

/** Links with words around them that have neither a line under them nor another weight. */
function plainLinks(): string[] {
  const links = [...document.querySelectorAll<HTMLElement>('main p a[href], main li a[href]')];
  return links.flatMap((link) => {
    const block = link.closest('p, li');
    const around = [...(block?.childNodes ?? [])]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent ?? '')
      .join('');
    if (!block || !/\p{L}{2}/u.test(around)) return [];
    const { textDecorationLine, textDecorationColor } = getComputedStyle(link);
    const isUnderlined =
      textDecorationLine.includes('underline') &&
      !/transparent|, 0\)|\/ 0\)/.test(textDecorationColor);
    return isUnderlined ? [] : [`${link.textContent} in “${block.textContent?.slice(0, 80)}”`];
  });
}
