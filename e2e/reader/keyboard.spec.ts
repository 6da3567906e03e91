import { expect, type Page, test } from 'playwright/test';
import { pageKinds } from '../site';

type Stop = Readonly<{
  index: number;
  name: string;
  top: number;
  bottom: number;
  left: number;
  right: number;
  /** What keeps a reader from seeing where the focus is, or ''. */
  unseen: string;
}>;

const walked = Object.entries(pageKinds).filter(([kind]) =>
  ['front', 'article', 'article with a table', 'second page of a list'].includes(kind),
);

for (const [kind, path] of walked) {
  for (const width of [390, 1280]) {
    test.describe(`The ${kind} page by keyboard at ${width} pixels`, () => {
      test.use({ viewport: { width, height: 900 } });

      test('stops at everything once, in order, and always shows where', async ({ page }) => {
        await page.goto(path);
        const names = await markStops(page);
        const stops = await walk(page, names.length);
        expect(stops.map(({ name }) => name)).toEqual(names);
        expect(stops.filter(({ unseen }) => unseen)).toEqual([]);
        expect(names.slice(0, 4).map((name) => name.replace(/^\d+ /, ''))).toEqual([
          'Skip to the main text',
          'Liabooks Home',
          'Search PRISM News',
          'Search',
        ]);
        // In one column the order is the eye's: nothing stands above what came before it, but for
        // the next of two columns.
        if (width < 640) {
          for (const [at, stop] of stops.entries()) {
            const before = stops[at - 1];
            // The skip link lies over what follows it.
            if (at < 2 || before === undefined) continue;
            const follows = stop.bottom > before.top || stop.left >= before.right;
            expect(follows, `“${stop.name}” stands after “${before.name}”`).toBe(true);
          }
        }
      });

      test('goes back as it came', async ({ page }) => {
        await page.goto(path);
        const names = await markStops(page);
        await page.locator('a, button, input, [tabindex="0"]').last().focus();
        const back = [await current(page)];
        while (back.length < names.length) {
          await page.keyboard.press('Shift+Tab');
          back.push(await current(page));
        }
        expect(back.map((stop) => stop?.name).reverse()).toEqual(names);
      });
    });
  }

  test(`The ${kind} page is skipped into by its first link`, async ({ page }) => {
    await page.goto(path);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the main text' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => document.activeElement?.closest('main') !== null),
      'the next stop is in the main text',
    ).toBe(true);
  });
}

for (const [kind, path] of Object.entries(pageKinds)) {
  test(`The page “${kind}” has links whose names make sense alone`, async ({ page }) => {
    await page.goto(path);
    const links = await page.locator('a[href]').evaluateAll((found) =>
      (found as HTMLAnchorElement[]).map((link) => ({
        name: (
          link.getAttribute('aria-label') ??
          (link.textContent || (link.querySelector('img')?.alt ?? ''))
        )
          .replace(/\s+/g, ' ')
          .trim(),
        href: link.href,
      })),
    );
    const targets = new Map<string, Set<string>>();
    for (const { name, href } of links) {
      targets.set(name, (targets.get(name) ?? new Set()).add(href));
    }
    const empty = /^(?:|\W|here|click here|more|read more|link|this|page|next|previous)$/i;
    expect([...targets.keys()].filter((name) => empty.test(name))).toEqual([]);
    const ambiguous = [...targets].filter(([, hrefs]) => hrefs.size > 1);
    expect(ambiguous.map(([name, hrefs]) => [name, ...hrefs])).toEqual([]);
  });
}

/** Numbers what can take the focus in the order of the document, and answers the names. */
function markStops(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const candidates = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    );
    const stops = [...candidates].filter(
      (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }),
    );
    return stops.map((element, index) => {
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      element.dataset.stop = `${index} ${name.replace(/\s+/g, ' ').trim()}`;
      return element.dataset.stop;
    });
  });
}

/** Presses Tab from the top until the page ends; a trap ends it too. */
async function walk(page: Page, most: number): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  while (stops.length <= most) {
    await page.keyboard.press('Tab');
    const stop = await current(page);
    if (stop === null || (stop.index === 0 && stops.length > 0)) break;
    stops.push(stop);
  }
  return stops;
}

/** Where the focus is, or null where it is at none of the page's stops. */
function current(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const name = element?.dataset.stop;
    if (!element || name === undefined) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getClientRects()[0];
    if (box === undefined) return null;
    const reasons: string[] = [];
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) reasons.push('no outline');
    for (let up: HTMLElement | null = element; up; up = up.parentElement) {
      if (getComputedStyle(up).opacity !== '1') reasons.push('transparent');
    }
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) reasons.push('out of sight');
    const there = document.elementFromPoint(x, y);
    if (there && !element.contains(there)) reasons.push(`behind ${there.outerHTML.slice(0, 80)}`);
    return {
      index: Number.parseInt(name, 10),
      name,
      top: box.top + scrollY,
      bottom: box.bottom + scrollY,
      left: box.left,
      right: box.right,
      unseen: reasons.join(', '),
    };
  });
}
