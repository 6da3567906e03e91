import { expect, test } from 'playwright/test';
import { miami, pageKinds } from '../site';

test.describe('On paper', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ media: 'print' }));

  for (const [kind, path] of Object.entries(pageKinds)) {
    test(`the page “${kind}” is its name and its text: nothing to press, nowhere to go`, async ({
      page,
    }) => {
      await page.goto(path);
      for (const gone of ['nav', 'body > footer', 'search', '.related', '.skip']) {
        for (const element of await page.locator(gone).all()) await expect(element).toBeHidden();
      }
      await expect(page.getByRole('banner').getByText('PRISM News')).toBeVisible();
      await expect(page.locator('h1')).toHaveCount(1);
    });
  }

  test('a story keeps its dates and sources', async ({ page }) => {
    await page.goto(miami);
    await expect(page.locator('main time').first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
    await expect(page.locator('.sources li').first()).toBeVisible();
  });

  test('a link in the text says where it leads, one within the page does not', async ({ page }) => {
    await page.goto(miami);
    const written = await page.locator('.body a[href], .sources a[href]').evaluateAll((links) =>
      links.map((link) => ({
        href: link.getAttribute('href') ?? '',
        after: getComputedStyle(link, '::after').content,
      })),
    );
    expect(written.length).toBeGreaterThan(3);
    for (const { href, after } of written) {
      if (href.startsWith('#')) expect(after, href).toBe('none');
      else expect(after).toContain(href);
    }
  });

  test('no heading is left alone at the foot of a sheet', async ({ page }) => {
    await page.goto(miami);
    const left = await page
      .locator('main :is(h1, h2, h3, .kicker, .label):visible')
      .evaluateAll((headings) =>
        headings.flatMap((heading) => {
          let up: Element | null = heading;
          while (up && getComputedStyle(up).breakAfter !== 'avoid') {
            const isLast: boolean = up.nextElementSibling === null;
            up = isLast ? up.parentElement : null;
          }
          return up === null ? [heading.textContent] : [];
        }),
      );
    expect(left).toEqual([]);
  });
});
