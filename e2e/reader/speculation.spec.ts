import { expect, test } from 'playwright/test';

test('a browser takes the rules for rendering ahead, finds stories by them, and asks for nothing more', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.resourceType()));
  const browser = await page.context().newCDPSession(page);
  const rules: (string | undefined)[] = [];
  const found = new Set<string>();
  browser.on('Preload.ruleSetUpdated', ({ ruleSet }) => rules.push(ruleSet.errorType));
  browser.on('Preload.preloadingAttemptSourcesUpdated', ({ preloadingAttemptSources }) => {
    for (const { key } of preloadingAttemptSources) found.add(new URL(key.url).pathname);
  });
  await browser.send('Preload.enable');
  await page.goto('/world');
  await expect.poll(() => found.size).toBeGreaterThan(5);
  expect(rules).toEqual([undefined]);
  expect([...found]).toContain('/world/how-a-ceasefire-is-watched');
  expect([...found].filter((path) => path.split('/').length !== 3)).toEqual([]);
  expect([...found].filter((path) => path.includes('.'))).toEqual([]);
  expect(asked.filter((kind) => !['document', 'font', 'image'].includes(kind))).toEqual([]);
});
