import type { Page } from 'playwright/test';

/**
 * Text that a reader cannot read as it is set now, a line for each: cut off by a box that hides
 * what overflows, beyond an edge of the page, or lying over other text. What can be scrolled to in
 * a scroll area of its own is not lost, nor is what is hidden from eyes on purpose (`.hidden`).
 */
export function lostText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Line = Readonly<{ text: string; block: Element; box: DOMRect }>;
    const lines: Line[] = [];
    const lost: string[] = [];
    const shorten = (text: string) => text.trim().replace(/\s+/g, ' ').slice(0, 60);

    const blockOf = (element: Element): Element => {
      let found = element;
      while (/^inline$|^contents$/.test(getComputedStyle(found).display) && found.parentElement) {
        found = found.parentElement;
      }
      return found;
    };

    const cutBy = (element: Element, box: DOMRect): string | null => {
      for (let up: Element | null = element; up; up = up.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(up);
        if (up === document.documentElement || up === document.body) break;
        const inner = up.getBoundingClientRect();
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        const beyondX = box.left < inner.left - 1 || box.right > inner.right + 1;
        const beyondY = box.top < inner.top - 1 || box.bottom > inner.bottom + 1;
        if ((hides(overflowX) && beyondX) || (hides(overflowY) && beyondY)) return up.className;
        if (/auto|scroll/.test(overflowX)) return null;
        if (position === 'fixed') return null;
      }
      const { scrollX } = window;
      const width = document.documentElement.clientWidth;
      const isBeyond = box.left + scrollX < -1 || box.right + scrollX > width + 1;
      return isBeyond ? 'the edge of the page' : null;
    };

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = shorten(node.textContent ?? '');
      if (!element || text === '' || !element.checkVisibility()) continue;
      if (element.closest('.hidden, .skip:not(:focus), script, style')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.height < 1) continue;
        const cut = cutBy(element, box);
        if (cut !== null) lost.push(`“${text}” is cut off by ${cut}`);
        lines.push({ text, block: blockOf(element), box });
      }
    }

    /** Fonts' boxes are higher than their letters, so those of close lines touch. */
    const SLACK = 0.35;
    for (const [at, one] of lines.entries()) {
      for (const other of lines.slice(at + 1)) {
        if (one.block === other.block) continue;
        const height =
          Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const width =
          Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        if (width > 1 && height > SLACK * Math.min(one.box.height, other.box.height)) {
          lost.push(`“${one.text}” lies over “${other.text}”`);
        }
      }
    }
    return [...new Set(lost)];
  });
}

/** How many pixels the page is wider than its window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
