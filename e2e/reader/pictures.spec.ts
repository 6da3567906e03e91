import { stat } from 'node:fs/promises';
import { expect, type Page, test } from 'playwright/test';

const story = '/science/the-keeling-curve';
const list = '/science';

/** What the editor handed in for the story. */
const original = new URL('../../content/articles/science/keeling-curve.webp', import.meta.url);

const views = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

/** What browsers show and took; `offered` are the widths that they could choose from. */
type Shown = Readonly<{ width: number; taken: number; offered: number[] }>;

async function picturesOf(page: Page, path: string): Promise<Shown[]> {
  await page.goto(path);
  const pictures = page.locator('picture img');
  for (const picture of await pictures.all()) await picture.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  return pictures.evaluateAll((images) =>
    images.map((image) => {
      const { currentSrc, clientWidth } = image as HTMLImageElement;
      const source = image.parentElement?.querySelector('source:not([media])');
      const offers = (source?.getAttribute('srcset') ?? '').split(', ');
      return {
        width: clientWidth,
        taken: Number(/-(\d+)\.avif$/.exec(currentSrc)?.[1]),
        offered: offers.map((offer) => Number(/ (\d+)w$/.exec(offer)?.[1])),
      };
    }),
  );
}

test.describe('Pictures', () => {
  for (const [width, deviceScaleFactor] of [
    [360, 2],
    [390, 2],
    [390, 3],
    [768, 2],
    [1280, 1],
    [1440, 2],
    [1920, 1],
  ] as const) {
    test.describe(`at ${width} pixels, ${deviceScaleFactor} to each`, () => {
      test.use({ viewport: { width, height: 900 }, deviceScaleFactor });

      for (const path of [story, list]) {
        test(`are sharp and no larger than of use on ${path}`, async ({ page }) => {
          const pictures = await picturesOf(page, path);
          expect(pictures.length).toBeGreaterThan(0);
          for (const { width: shown, taken, offered } of pictures) {
            const wanted = shown * deviceScaleFactor;
            const best = offered.find((offer) => offer >= wanted) ?? Math.max(...offered);
            const next = offered[offered.indexOf(best) - 1] ?? best;
            // Which of two neighbours is near enough, browsers decide.
            expect([best, next], `${wanted} of ${offered.join(', ')}`).toContain(taken);
            expect(taken).toBeGreaterThan(Math.min(wanted * 0.8, Math.max(...offered) - 1));
          }
        });
      }
    });
  }

  test('move nothing when they come', async ({ page }) => {
    let held: (() => void)[] = [];
    await page.route('**/media/**', async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    for (const path of [story, list]) {
      held = [];
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      await page.locator('picture img').last().scrollIntoViewIfNeeded();
      // Letters may take another's place until theirs have come: that is no picture's fault.
      await page.evaluate(() => document.fonts.ready);
      await painted(page);
      await expect.poll(() => held.length).toBeGreaterThan(0);
      const since = await page.evaluate(() => performance.now());
      for (const release of held) release();
      await page.waitForFunction(() => [...document.images].every((image) => image.complete));
      await painted(page);
      expect(await layoutShift(page, since), path).toBe(0);
    }
  });

  test('cost a phone a third of the original at most', async ({ browser, baseURL }) => {
    const page = await browser.newPage({
      baseURL,
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
    });
    let bytes = 0;
    page.on('response', (response) => {
      if (response.url().includes('/media/')) bytes += Number(response.headers()['content-length']);
    });
    await picturesOf(page, story);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan((await stat(original)).size / 3);
    await page.close();
  });

  for (const { width, colorScheme } of views) {
    test(`that do not come leave their words at ${width} pixels, ${colorScheme}`, async ({
      page,
    }) => {
      await page.route('**/media/**', (route) => route.abort());
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const path of [story, list]) {
        await page.goto(path);
        for (const picture of await page.locator('picture img').all()) {
          await picture.scrollIntoViewIfNeeded();
          const { room, words } = await picture.evaluate(roomForWords);
          expect(room, path).toBeGreaterThanOrEqual(words);
        }
      }
      await page.goto(story);
      await expect(page.locator('.lead-image figcaption')).toBeVisible();
      await expect(page.locator('.lead-image .credit')).toBeVisible();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }

  test('for who wants to spend little are the smallest there are', async ({
    playwright,
    launchOptions,
    baseURL,
  }) => {
    // Browsers do not ask their readers yet; Chromium knows the question where it is told to.
    const args = [...(launchOptions.args ?? []), '--enable-blink-features=PrefersReducedData'];
    const browser = await playwright.chromium.launch({ ...launchOptions, args });
    const page = await browser.newPage({ baseURL, deviceScaleFactor: 2 });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-reduced-data', value: 'reduce' }],
    });
    for (const path of [story, list]) {
      for (const { taken, offered } of await picturesOf(page, path)) {
        expect(taken).toBe(offered[0]);
      }
    }
    await browser.close();
  });
});

/** The height of a failed picture, and that which its alternative text takes in its width. */
function roomForWords(image: Element): { room: number; words: number } {
  const { fontFamily, fontSize, fontStyle, lineHeight, hyphens } = getComputedStyle(image);
  const probe = document.createElement('div');
  probe.textContent = image.getAttribute('alt');
  Object.assign(probe.style, { fontFamily, fontSize, fontStyle, lineHeight, hyphens });
  probe.style.width = `${image.clientWidth}px`;
  image.closest('main')?.append(probe);
  const words = probe.clientHeight;
  probe.remove();
  return { room: image.clientHeight, words };
}

/** Two frames on: what is known now has been laid out and shown. */
function painted(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}

/** What the page has moved since an instant of its own clock, as Cumulative Layout Shift adds it up. */
function layoutShift(page: Page, since: number): Promise<number> {
  return page.evaluate(
    (from) =>
      new Promise<number>((resolve) => {
        type Shift = PerformanceEntry & { value: number };
        const sum = (entries: PerformanceEntryList) =>
          (entries as Shift[])
            .filter(({ startTime }) => startTime >= from)
            .reduce((all, { value }) => all + value, 0);
        // Called once with all there was, if there was any.
        const observer = new PerformanceObserver((list) => resolve(sum(list.getEntries())));
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
    since,
  );
}
