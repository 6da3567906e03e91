import { expect, type Page } from 'playwright/test';
import { pin, untilDrawn } from './pin';
import { reduce } from './reduce';
import type { View } from './views';

const USUAL = {
  media: 'screen',
  colorScheme: 'light',
  forcedColors: 'none',
  contrast: 'no-preference',
} as const;

/** Opens an example of the style guide. Its pictures are taken from one loading of the page. */
export async function open(page: Page, example: string): Promise<void> {
  const response = await page.goto(`/styleguide/${example}`);
  expect(response?.status(), `/styleguide/${example}, of a site with PRISM_STYLEGUIDE=1`).toBe(200);
}

/** The whole page as seen in a view, and with some more `css`. */
export async function take(page: Page, view: View, css = ''): Promise<Buffer> {
  await page.emulateMedia({ ...USUAL, ...view.media });
  await page.setViewportSize({ width: view.width, height: 900 });
  await pin(page, (view.css ?? '') + css);
  await untilDrawn(page);
  const screenshot = await page.screenshot({ fullPage: true, animations: 'disabled' });
  return reduce(screenshot, view.scale ?? 4);
}

/** Where the picture is kept, below references/. */
export function fileOf(example: string, view: View): string {
  return `${example.replace('/', '-')}-${view.name}.png`;
}
