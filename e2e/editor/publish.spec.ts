import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type APIRequestContext, expect, type Page, test } from 'playwright/test';
import { type ReadItem, readFeed } from '../crawler/parse-feed';
import { expectSoundOutline, htmlErrors, violations } from '../page-checks';

/** One editor's day: files are saved, seeded, and read on the running site. */
test.describe.configure({ mode: 'serial' });

const run = promisify(execFile);
/** A story that no other links to or pins. */
const story = 'world/half-a-century-of-nuclear-arms-treaties';
const renamed = 'world/treaties-on-nuclear-arms';
/** Feeds that hold it. */
const feeds = [
  ...['/world/feed.xml', '/world/feed.atom', '/world/feed.json'],
  ...['/tag/nuclear-weapons/feed.xml', '/author/world-desk/feed.atom'],
];

let content: string;

test.beforeAll(async () => {
  content = await mkdtemp(path.join(tmpdir(), 'prism-content-'));
  await cp('content', content, { recursive: true });
});

test.afterAll(async () => {
  await rm(content, { recursive: true, force: true });
});

test('seeding what is published already has nothing to do', async () => {
  expect((await seed()).output).toMatch(/nothing to do/i);
});

test('a changed headline is what the next reader sees', async ({ page, request }) => {
  const before = await followed(request, story);
  await edit(story, (text) =>
    text.replace(/^headline: .*$/m, 'headline: A new headline for treaties\nminor: true'),
  );
  expect((await seed()).code).toBe(0);
  await page.goto(`/${story}`);
  await expect(page.locator('h1')).toHaveText('A new headline for treaties');
  await page.goto('/tag/nuclear-weapons');
  await expect(page.getByRole('link', { name: 'A new headline for treaties' })).toBeVisible();
  expect(before).toHaveLength(feeds.length);
  expect(await followed(request, story)).toEqual(
    before.map(({ id }) => expect.objectContaining({ id, title: 'A new headline for treaties' })),
  );
});

test('a dry run says what would happen and changes nothing', async ({ page }) => {
  await edit(story, (text) => text.replace('A new headline for treaties', 'A dry headline'));
  const { output, code } = await seed('--dry-run');
  expect({ code, named: output.includes('nuclear-arms') }).toEqual({ code: 0, named: true });
  await page.goto(`/${story}`);
  await expect(page.locator('h1')).toHaveText('A new headline for treaties');
  await edit(story, (text) => text.replace('A dry headline', 'A new headline for treaties'));
});

test('a correction stands on the story, on the page of corrections and in feeds', async ({
  page,
  request,
}) => {
  const note = 'An earlier version of this test named another river.';
  await edit(story, (text) =>
    text.replace(
      /^firstPublishedAt: .*$/m,
      (line) =>
        `${line}\ncontentUpdatedAt: 2026-08-01T09:00:00Z\ncorrections:\n  - at: 2026-08-01T09:00:00Z\n    text: ${note}`,
    ),
  );
  expect((await seed()).code).toBe(0);
  for (const address of [`/${story}`, '/corrections']) {
    await page.goto(address);
    await expect(page.getByRole('main')).toContainText(note);
    await expectSoundPage(page, address);
  }
  for (const { html, updated } of await followed(request, story)) {
    expect(html).toContain(note);
    expect(updated).toBe('2026-08-01T09:00:00.000Z');
  }
  expect(await (await request.get(`/${story}.md`)).text()).toContain(note);
});

test('what a story said before can be read, and what was changed in it, word by word', async ({
  page,
  request,
}) => {
  await page.goto(`/${story}`);
  await page.getByRole('link', { name: 'History of this story' }).click();
  await expect(page).toHaveURL(new RegExp(`/${story}/history$`));
  await expect(page.locator('.entries .headline')).toHaveText([
    'Version 3',
    'Version 2',
    'Version 1',
  ]);
  await page.getByRole('link', { name: 'What changed since version 1' }).click();
  await expect(page).toHaveURL(new RegExp(`/${story}/history/1-2$`));
  const headline = page.locator('.changes', { hasText: 'Headline' });
  await expect(headline.locator('del').first()).toContainText('Half a century of nuclear arms');
  await expect(headline.locator('ins')).toContainText('[added: A new headline for');
  for (const address of [`/${story}/history`, `/${story}/history/1-3`]) {
    const answer = await request.get(address);
    expect(answer.headers()['last-modified']).toBeDefined();
    const html = await answer.text();
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(html).not.toContain('<script');
    expect(html).toMatch(new RegExp(`<link rel="canonical" href="[^"]*${address}"`));
    await expectSoundPage(page, address);
  }
  for (const [from, to] of [
    [`/culture/${slugOf(story)}/history/3-1`, `/${story}/history/1-3`],
    [`/${story}/history/2-2`, `/${story}/history`],
  ]) {
    const moved = await request.get(from ?? '', { maxRedirects: 0 });
    expect([moved.status(), moved.headers().location]).toEqual([308, to]);
  }
  expect((await request.get(`/${story}/history/1-4`)).status()).toBe(404);
  for (const list of ['/sitemap.xml', '/sitemap-stories-1.xml']) {
    expect(await (await request.get(list)).text()).not.toContain('/history');
  }
});

test('a renamed file keeps its story: the old address answers 308, the id in feeds stays', async ({
  request,
}) => {
  const before = await followed(request, story);
  await rename(fileOf(story), fileOf(renamed));
  await edit(renamed, (text) => text.replace(/^headline: /m, `aliases: [${slugOf(story)}]\n$&`));
  expect((await seed()).output).toContain('1 renamed');
  for (const former of [`/${story}`, `/culture/${slugOf(story)}`, `/culture/${slugOf(renamed)}`]) {
    const old = await request.get(former, { maxRedirects: 0 });
    expect(old.status()).toBe(308);
    expect(old.headers().location).toMatch(new RegExp(`/${renamed}$`));
  }
  expect((await request.get(`/${renamed}`, { maxRedirects: 0 })).status()).toBe(200);
  const markdown = await request.get(`/${story}.md`, { maxRedirects: 0 });
  expect(markdown.status()).toBe(308);
  expect(markdown.headers().location).toMatch(new RegExp(`/${renamed}\\.md$`));
  expect((await followed(request, renamed)).map(({ id }) => id)).toEqual(
    before.map(({ id }) => id),
  );
});

test('a withdrawn story answers 410 with the reason and leaves every list', async ({
  page,
  request,
}) => {
  await edit(renamed, (text) =>
    text.replace(
      /^headline: /m,
      'withdrawn: {at: 2026-08-02T09:00:00Z, reason: It was a test.}\n$&',
    ),
  );
  expect((await seed()).code).toBe(0);
  const gone = await request.get(`/${renamed}`);
  expect(gone.status()).toBe(410);
  expect(await gone.text()).toContain('It was a test.');
  for (const past of [`/${renamed}/history`, `/${renamed}/history/1-2`]) {
    expect((await request.get(past)).status()).toBe(410);
  }
  await expectSoundPage(page, `/${renamed}`);
  for (const list of [
    '/world',
    '/',
    '/tag/nuclear-weapons',
    '/archive/2026',
    '/search?q=treaties',
  ]) {
    expect(await (await request.get(list)).text(), list).not.toContain(`href="/${renamed}"`);
  }
  expect(await followed(request, renamed)).toEqual([]);
  const markdown = await request.get(`/${renamed}.md`);
  expect(markdown.status()).toBe(410);
  expect(await markdown.text()).toMatch(/^# Withdrawn: .*\n\n.*It was a test\.\n$/);
  await edit(renamed, (text) => text.replace(/^withdrawn: .*\n/m, ''));
  expect((await seed()).code).toBe(0);
  expect((await request.get(`/${renamed}`)).status()).toBe(200);
  expect(await followed(request, renamed)).toHaveLength(feeds.length);
  await page.goto(`/${renamed}/history`);
  await expect(page.locator('.entries > li').first()).toContainText('Restored.');
  await expect(page.locator('.entries > li').nth(1)).toContainText('It was a test.');
});

test('a story under embargo is nowhere', async ({ request }) => {
  const secret = 'world/a-secret-kept';
  const text = await readFile(fileOf('world/how-a-ceasefire-is-watched'), 'utf8');
  await writeFile(
    fileOf(secret),
    text
      .replace(/^id: .*\n/m, '')
      .replace(
        /^headline: .*$/m,
        'headline: Xylophonic secrets\nembargoedUntil: 2099-01-01T00:00:00Z',
      ),
  );
  expect((await seed()).output).toContain('1 new');
  expect((await request.get(`/${secret}`)).status()).toBe(404);
  expect((await request.get(`/${secret}.md`)).status()).toBe(404);
  expect((await request.get(`/${secret}/history`)).status()).toBe(404);
  for (const list of [
    ...['/world', '/', '/tag/nuclear-weapons', '/archive', '/search?q=xylophonic', '/llms.txt'],
    ...['/feed.xml', '/feed.json', ...feeds],
  ]) {
    expect(await (await request.get(list)).text(), list).not.toContain('Xylophonic secrets');
  }
  expect(await (await request.get('/world/a-secret-kep')).text()).not.toContain('Xylophonic');
});

test('a file that is gone is reported, and its story stays', async ({ request }) => {
  const lost = 'culture/gutenberg-and-the-first-printed-books';
  await rm(fileOf(lost));
  const { output, code } = await seed();
  expect({ code, named: output.includes(slugOf(lost)) }).toEqual({ code: 0, named: true });
  expect((await request.get(`/${lost}`)).status()).toBe(200);
});

test('a broken file is refused with file, line and remedy, and nothing is published', async ({
  request,
}) => {
  const broken = 'science/the-keeling-curve';
  const before = await readFile(fileOf(broken), 'utf8');
  await edit(broken, (text) =>
    text.replace(/^headline: .*$/m, 'headline: Never to be seen\nheadlin: twice'),
  );
  const { output, code } = await seed();
  expect(code).toBe(1);
  expect(output).toMatch(/articles\/science\/the-keeling-curve\.md:\d+:\d+ headlin: .*headline/);
  expect(await (await request.get(`/${broken}`)).text()).not.toContain('Never to be seen');
  await writeFile(fileOf(broken), before);
});

/** The items of a story in the feeds of its lists. */
async function followed(request: APIRequestContext, address: string): Promise<ReadItem[]> {
  const all = await Promise.all(feeds.map(async (feed) => (await request.get(feed)).text()));
  return all.flatMap(readFeed).filter(({ url }) => new URL(url).pathname === `/${address}`);
}

/** What every page must be, for pages that only an editor's doing brings about. */
async function expectSoundPage(page: Page, address: string): Promise<void> {
  const response = await page.request.get(address);
  expect(await htmlErrors(await response.text())).toEqual([]);
  await page.goto(address);
  await expectSoundOutline(page);
  expect(await violations(page)).toEqual([]);
}

function fileOf(address: string): string {
  return path.join(content, 'articles', `${address}.md`);
}

function slugOf(address: string): string {
  return path.basename(address);
}

async function edit(address: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(fileOf(address), 'utf8');
  const after = change(before);
  expect(after, `the edit of ${address} changes it`).not.toBe(before);
  await writeFile(fileOf(address), after);
}

async function seed(...args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, CONTENT_DIR: content };
  try {
    const { stdout, stderr } = await run(
      process.execPath,
      ['--import', 'tsx', 'prisma/seed.ts', ...args],
      { env },
    );
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}
