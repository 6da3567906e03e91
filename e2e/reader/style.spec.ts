import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { pageKinds } from '../site';

const CHUNKS = '.next/static/chunks';

/** The readers' style sheet as it was built, whole. */
async function wholeSheet(): Promise<string> {
  const files = (await readdir(CHUNKS)).filter((name) => name.endsWith('.css'));
  const sheets = await Promise.all(files.map((name) => readFile(path.join(CHUNKS, name), 'utf8')));
  const [sheet] = sheets.filter((text) => text.includes('@layer tokens'));
  if (sheet === undefined) throw new Error(`No style sheet in ${CHUNKS}: build the site first`);
  return sheet;
}

/** What every element looks like, its generated content included. */
function looks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*')].flatMap((element) =>
      [null, '::before', '::after'].map((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        const isThere = pseudo === null || style.content !== 'none';
        const values = isThere
          ? [...style].map((name) => `${name}:${style.getPropertyValue(name)}`)
          : ['none'];
        return `${element.tagName}.${element.className} ${pseudo}: ${values.join(';')}`;
      }),
    ),
  );
}

const views = [
  { width: 1280, media: 'screen', colorScheme: 'dark' },
  { width: 390, media: 'print', colorScheme: 'light' },
] as const;

/** Of each component some; all else on other pages is made of these. */
const kinds = [
  'article',
  'article with a table',
  'front',
  'tag',
  'search with answers',
  'not found',
];

test.describe('The part of the style sheet that comes with a page', () => {
  // The whole sheet is not what the policy allows.
  test.use({ bypassCSP: true });

  for (const kind of kinds) {
    test(`shows the page “${kind}” as the whole would`, async ({ page }) => {
      const whole = await wholeSheet();
      await page.goto(pageKinds[kind] ?? '');
      const style = page.locator('style');
      const part = (await style.textContent()) ?? '';
      expect(part.length).toBeLessThan(whole.length * 0.9);
      for (const { width, ...media } of views) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia(media);
        const before = await looks(page);
        await style.evaluate((element, text) => {
          element.textContent = text;
        }, whole);
        expect(await looks(page)).toEqual(before);
        await style.evaluate((element, text) => {
          element.textContent = text;
        }, part);
      }
    });
  }
});
