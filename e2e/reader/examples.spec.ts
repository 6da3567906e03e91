import { readdirSync } from 'node:fs';
import { expect, type Page, test } from 'playwright/test';
import { overflow, violations } from '../page-checks';

/** Names of the components that have examples: see app/styleguide. */
const components = readdirSync('components', { recursive: true, encoding: 'utf8' }).flatMap(
  (file) => /([\w-]+)\.examples\.ts$/.exec(file)?.[1] ?? [],
);

test.setTimeout(300_000);

for (const component of components) {
  test(`No example of “${component}” breaks an accessibility rule or scrolls sideways`, async ({
    page,
  }) => {
    const examples = await linksOf(page, `/styleguide/${component}/`);
    expect(examples).not.toEqual([]);
    for (const path of examples) await expectGoodPage(page, path);
  });
}

test('nor do the pages that show them', async ({ page }) => {
  for (const path of ['/styleguide', '/styleguide/tokens']) await expectGoodPage(page, path);
});

test('The style guide is kept from search engines, and obeys the policy of all pages', async ({
  page,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  const response = await page.goto('/styleguide/tokens');
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await expect(page.locator('script')).toHaveCount(0);
  // A refused sheet would leave it without a height.
  await expect(page.locator('.t-accent')).toHaveCSS('height', '48px');
  expect(refused).toEqual([]);
});

test('Readers’ pages carry nothing of its styles', async ({ request }) => {
  expect(await (await request.get('/styleguide/tokens')).text()).toContain('.t-swatch');
  expect(await (await request.get('/about')).text()).not.toContain('.t-swatch');
});

test('The examples’ picture is drawn', async ({ page }) => {
  await page.goto('/styleguide/article/a-lead-picture');
  const width = () => page.locator('main img').first().evaluate(naturalWidth);
  await expect.poll(width).toBeGreaterThan(0);
});

async function linksOf(page: Page, beginning: string): Promise<string[]> {
  const response = await page.goto('/styleguide');
  expect(response?.status(), 'the site must be started with PRISM_STYLEGUIDE=1').toBe(200);
  const links = page.locator(`main a[href^="${beginning}"]`);
  return links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
}

async function expectGoodPage(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  expect.soft(await violations(page), path).toEqual([]);
  for (const width of [320, 390, 1280]) {
    expect.soft(await overflow(page, width), `${path} at ${width}`).toBeLessThanOrEqual(0);
  }
}

function naturalWidth(image: Element): number {
  return (image as HTMLImageElement).naturalWidth;
}
