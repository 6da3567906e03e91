import { expect, test } from 'playwright/test';
import { miami } from '../site';

/** What the source document says, in its order. */
const elements = [
  'Politics',
  'Miami Talks Yield ‘Productive’ Dialogue but No Breakthrough in Ukraine War',
  'U.S. and Ukrainian envoys',
  'Source',
  'A Diplomatic Push Amid Stalemate',
  '“productive and constructive',
  'Context',
  '28-point U.S. peace plan',
  'Steve Witkoff',
  'Rustem Umerov',
  '20-point plan',
  '“multilateral security guarantee framework,”',
  '“U.S. Security guarantee framework for Ukraine,”',
  '“economic & prosperity plan.”',
  'Our shared priority is to stop the killing, ensure guaranteed security, and create conditions for Ukraine’s recovery, stability, and long-term prosperity.',
  'Joint Statement from Steve Witkoff and Rustem Umerov',
  'Conflicting Signals from Moscow',
  'Kirill Dmitriev',
  'Jared Kushner',
  '“Russia remains fully committed to achieving peace in Ukraine.”',
  'Reuters',
  'Steve Rosenberg',
  '“There won’t be any operations if you treat us with respect, if you respect our interests,”',
  'Diplomacy in Wartime',
  'Nearly 4 Years Ago',
  'Recent Weeks',
  'Dec. 19–21, 2025',
  'Dec. 22, 2025',
  'two vessels and two piers',
  'Krasnodar region',
  'Oil infrastructure',
];

const tags = ['Geopolitics', 'US Politics', 'Ukraine', 'Russia', 'Diplomacy', 'Peace Talks'];

test.describe('The Miami story', () => {
  test('shows every element of its source document, in order', async ({ page }) => {
    await page.goto(miami);
    const text = ((await page.locator('main').textContent()) ?? '')
      .replaceAll(/\s+/g, ' ')
      .toLowerCase();
    let from = 0;
    for (const element of elements.filter((element) => element !== 'Source')) {
      const at = text.indexOf(element.toLowerCase(), from);
      expect(at, `“${element}” comes after what precedes it`).toBeGreaterThanOrEqual(0);
      from = at;
    }
    expect(text).toContain('source');
  });

  test('carries its six tags in order, each a link to its page', async ({ page }) => {
    await page.goto(miami);
    const links = page.locator('main a[href^="/tag/"]');
    await expect(links).toHaveText(tags);
    for (const tag of tags) {
      await expect(
        page.getByRole('main').getByRole('link', { name: tag, exact: true }),
      ).toHaveAttribute('href', `/tag/${tag.toLowerCase().replaceAll(' ', '-')}`);
    }
  });

  test('names brand, publisher, byline, times with their zone, and sources', async ({ page }) => {
    await page.goto(miami);
    await expect(page.getByRole('link', { name: 'PRISM News' }).first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Liabooks Home' }).first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Politics desk' }).first()).toBeVisible();
    const published = page.locator('main time').first();
    await expect(published).toHaveAttribute('datetime', '2025-12-22T15:30:00.000Z');
    await expect(published).toContainText('22 December 2025');
    await expect(published).toContainText('UTC');
    for (const source of ['Reuters', 'BBC'])
      await expect(page.getByRole('main')).toContainText(source);
  });

  test('leads to four related stories, each with the reason', async ({ page }) => {
    await page.goto(miami);
    const related = page.getByRole('region', { name: /related/i });
    await expect(related.getByRole('listitem')).toHaveCount(4);
    await related.getByRole('link').first().click();
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page).not.toHaveURL(new RegExp(miami));
  });
});
