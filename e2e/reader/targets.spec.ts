import { expect, type Page, test } from 'playwright/test';
import { pageKinds } from '../site';

for (const [kind, path] of Object.entries(pageKinds)) {
  test(`The page “${kind}” can be touched: every target is large or apart`, async ({ page }) => {
    await page.goto(path);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await crowded(page), `at ${width} pixels`).toEqual([]);
    }
  });
}

/**
 * Targets that are less than 24 pixels wide or high while a circle of 24 pixels around their middle
 * touches another target, or another such circle. Links in sentences are exempt (WCAG 2.2, 2.5.8).
 */
function crowded(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SIZE = 24;
    const isInSentence = (element: HTMLElement) => {
      if (getComputedStyle(element).display !== 'inline') return false;
      const block = element.closest('p, li, figcaption, td, th, caption, dd');
      const around = [...(block?.childNodes ?? [])]
        .filter((node) => !node.contains(element))
        .map((node) => node.textContent ?? '')
        .join('');
      return /\p{L}{2}/u.test(around);
    };
    const targets = [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary')]
      .filter((element) => element.checkVisibility() && !element.classList.contains('skip'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }));
    const small = targets.filter(
      ({ element, box }) =>
        (box.width < SIZE - 0.5 || box.height < SIZE - 0.5) && !isInSentence(element),
    );
    const isNear = ({ box: one }: (typeof targets)[number], other: (typeof targets)[number]) => {
      const [x, y] = [one.left + one.width / 2, one.top + one.height / 2];
      const { left, right, top, bottom, width, height } = other.box;
      if (small.includes(other)) {
        return Math.hypot(left + width / 2 - x, top + height / 2 - y) < SIZE;
      }
      const [dx, dy] = [Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)];
      return Math.hypot(dx, dy) < SIZE / 2;
    };
    return small.flatMap((target) =>
      targets
        .filter((other) => other !== target && isNear(target, other))
        .map(({ element }) => {
          const { width, height } = target.box;
          const size = `${Math.round(width)} by ${Math.round(height)}`;
          return `${target.element.textContent} (${size}) beside ${element.textContent}`;
        }),
    );
  });
}
