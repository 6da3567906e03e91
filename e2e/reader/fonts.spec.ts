import { expect, type Page, test } from 'playwright/test';
import { miami } from '../site';

const pages = { article: miami, front: '/' };
const widths = [390, 1280];

/** What the eye does not see, where the system has the fallbacks that are measured to match. */
const MATCHED = 0.003;
/** Anywhere: a fifth of what is called good. */
const ANYWHERE = 0.02;

for (const [kind, path] of Object.entries(pages)) {
  for (const width of widths) {
    test.describe(`The ${kind} page at ${width} pixels`, () => {
      test.use({ viewport: { width, height: 900 } });

      test('hardly moves when its fonts come after it has been painted', async ({ page }) => {
        const fonts = await holdFonts(page);
        await page.goto(path, { waitUntil: 'domcontentloaded' });
        await untilPainted(page);
        expect(await loadedFonts(page)).toEqual([]);
        fonts.release();
        await expect.poll(async () => (await loadedFonts(page)).length).toBeGreaterThanOrEqual(2);
        const shift = (await moves(page)).reduce((sum, { value }) => sum + value, 0);
        expect(shift).toBeLessThan((await hasFallbacks(page)) ? MATCHED : ANYWHERE);
      });

      test('does not move when its fonts never come', async ({ page }) => {
        await page.route('**/*.woff2', (route) => route.abort());
        await page.goto(path);
        await untilPainted(page);
        expect(await loadedFonts(page)).toEqual([]);
        expect(await moves(page)).toEqual([]);
      });
    });
  }
}

/** Keeps every font from the page until it is released. */
async function holdFonts(page: Page): Promise<{ release: () => void }> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.woff2', async (route) => {
    await held;
    await route.continue();
  });
  return { release };
}

function untilPainted(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true });
      }),
  );
}

function loadedFonts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.fonts]
      .filter(({ family, status }) => status === 'loaded' && /Newsreader/.test(family))
      .map(({ family, style }) => `${family} ${style}`),
  );
}

/** Whether the system has one of the faces that the style sheet adjusts to the fonts. */
function hasFallbacks(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [...document.fonts]
      .filter(({ family }) => /Fallback/.test(family))
      .every(({ status }) => status === 'loaded'),
  );
}

type Move = Readonly<{ value: number; what: readonly string[] }>;

/** What has moved so far, when what has come is painted: each layout shift, and the elements in it. */
function moves(page: Page): Promise<readonly Move[]> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    for (let frames = 0; frames < 3; frames += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    type Source = { node?: Node; previousRect: DOMRect; currentRect: DOMRect };
    const found: Move[] = [];
    const place = ({ x, y, width, height }: DOMRect) => `${x},${y} ${width}x${height}`;
    const name = (node?: Node) =>
      node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.textContent ?? 'gone');
    const add = (entries: PerformanceEntryList) => {
      for (const entry of entries as (PerformanceEntry & { value: number; sources: Source[] })[]) {
        const what = entry.sources.map(
          ({ node, previousRect, currentRect }) =>
            `${name(node)} from ${place(previousRect)} to ${place(currentRect)}`,
        );
        found.push({ value: entry.value, what });
      }
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve, 0));
    add(observer.takeRecords());
    return found;
  });
}
