import { expect, type Page, test } from 'playwright/test';
import { lostText, sidewaysScroll } from '../lost-text';
import { pageKinds } from '../site';

type Setting = Readonly<{ width: number; height?: number; css?: string; letters?: number }>;

/** WCAG 2.2, 1.4.12. */
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;
const doubled = 'html { font-size: 200% }';

/** How readers set pages for themselves. A browser’s own size of letters moves media queries too. */
const settings: Readonly<Record<string, Setting>> = {
  'as it comes on a narrow phone': { width: 320 },
  'as it comes on a desk': { width: 1280 },
  'with text twice as large on a phone': { width: 390, css: doubled },
  'with text twice as large on a desk': { width: 1280, css: doubled },
  'with the browser’s letters twice as large on a phone': { width: 390, letters: 32 },
  'with the browser’s letters twice as large on a desk': { width: 1280, letters: 32 },
  'at 400 % zoom': { width: 320, height: 256 },
  'with wide spacing on a narrow phone': { width: 320, css: spacing },
  'with wide spacing on a desk': { width: 1280, css: spacing },
};

for (const [kind, path] of Object.entries(pageKinds)) {
  test(`The page “${kind}” loses no text, however its reader sets it`, async ({ page }) => {
    await page.goto(path);
    const session = await page.context().newCDPSession(page);
    for (const [title, { width, height = 900, css = '', letters = 16 }] of Object.entries(
      settings,
    )) {
      await page.setViewportSize({ width, height });
      await session.send('Page.setFontSizes', { fontSizes: { standard: letters } });
      await restyle(page, css);
      const size = `${css === doubled ? 32 : letters}px`;
      await expect(page.locator('html'), title).toHaveCSS('font-size', size);
      expect.soft(await lostText(page), title).toEqual([]);
      expect.soft(await sidewaysScroll(page), `sideways ${title}`).toBeLessThanOrEqual(0);
    }
  });
}

/** As a reader's own style sheet does: the page's policy does not speak of it. */
function restyle(page: Page, css: string): Promise<void> {
  return page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
}
