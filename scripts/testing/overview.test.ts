import { stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { areOverviewsCurrent } from './overview';

test('the overviews show the pictures as they are: npm test -- --update-pictures', async () => {
  expect(await areOverviewsCurrent()).toBe(true);
});

test.each(['light', 'dark'])('the overview of the %s scheme is quickly there', async (scheme) => {
  const { size } = await stat(`docs/screenshots/overview-${scheme}.webp`);
  expect(size).toBeLessThan(450_000);
});
