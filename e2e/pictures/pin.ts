import type { Page } from 'playwright/test';

/**
 * Labels are set in whatever the system has; here everything is set in the fonts that the site
 * brings. Where lines are broken, hyphenated and balanced is the browser's art, which changes with
 * its version and its dictionaries: here they are broken where they are full. A sheet made by a
 * script is no inline style: the page's policy stays in force.
 */
const SAME_EVERYWHERE = `
  :root {
    --text: Newsreader;
    --display: "Newsreader Display";
    --label: Newsreader;
    --code: Newsreader;
  }
  * { hyphens: manual !important; text-wrap: wrap !important }
  [dir="rtl"] { unicode-bidi: bidi-override }
  [dir="rtl"] [dir="ltr"] { unicode-bidi: isolate-override }
`;

/**
 * Makes a page look the same on every machine, and as `css` says. Letters that the site's fonts
 * lack become Latin ones, which are laid out from the right where those were.
 */
export async function pin(page: Page, css = ''): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const node = words.currentNode as Text;
      node.data = node.data.replaceAll(/[^\s -\u024F\u2010-\u203A]/gu, 'n');
    }
  }, SAME_EVERYWHERE + css);
}

/** Waits until fonts and pictures are there, those far down the page as well. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const image of document.images) image.loading = 'eager';
    // While a picture changes its source, as it does with the width, it refuses to be decoded.
    const draw = (image: HTMLImageElement, tries: number): Promise<void> =>
      image.decode().catch((error) => {
        if (tries === 1) throw error;
        return new Promise((resolve) => setTimeout(resolve, 50)).then(() => draw(image, tries - 1));
      });
    await Promise.all([...document.images].map((image) => draw(image, 20)));
  });
}
