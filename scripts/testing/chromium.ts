import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Where systems keep a Chromium, or a browser made of one. */
const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium to test with: Playwright's own, else the system's, else null. */
export function findChromium(): string | null {
  return [chromium.executablePath(), ...SYSTEM].find((file) => existsSync(file)) ?? null;
}
