import { defineConfig } from 'playwright/test';
import { findChromium } from './scripts/testing/chromium';

// Chromium's own sandbox cannot be set up by root.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Journeys through a running site: SITE_URL, else the one that `npm start` serves. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: '100%',
  projects: [
    {
      name: 'pictures',
      testMatch: 'pictures/*.spec.ts',
      snapshotPathTemplate: '{testDir}/pictures/references/{arg}{ext}',
      use: {
        launchOptions: {
          executablePath: findChromium() ?? undefined,
          // Letters are drawn by their outlines alone, whatever the system would make of them.
          args: [...sandbox, '--font-render-hinting=none', '--disable-lcd-text'],
        },
      },
    },
    { name: 'reading', testMatch: ['reader/*.spec.ts', 'crawler/{honesty,links,status}.spec.ts'] },
    // What crawlers read whole, they read when the paper has become hard to show.
    { name: 'awkward', testMatch: 'awkward/*.spec.ts', dependencies: ['reading'] },
    {
      name: 'crawling',
      testMatch: 'crawler/{dates,feeds,head,html,sitemaps,structured-data}.spec.ts',
      dependencies: ['awkward'],
    },
    // What is kept back changes no byte: nobody else may change any meanwhile.
    { name: 'keeping back', testMatch: 'kept-back/*.spec.ts', dependencies: ['crawling'] },
    // Editors change what readers see: their day begins when all others have finished.
    { name: 'editing', testMatch: 'editor/*.spec.ts', dependencies: ['keeping back'] },
    // And an attacker's files would be in everybody's way.
    { name: 'attacking', testMatch: 'attacker/*.spec.ts', dependencies: ['editing'] },
  ],
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: process.env.SITE_URL || 'http://localhost:3000',
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: sandbox,
    },
  },
});
