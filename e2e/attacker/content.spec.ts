import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Nodes } from 'mdast';
import { type Browser, expect, type Page, test } from 'playwright/test';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { findFaults } from '@/lib/syndication/testing/find-faults';
import { readFeed } from '../crawler/parse-feed';
import { fetchPage, thingOf } from '../crawler/served';
import { additions, attack, files, story, withdrawn } from './attacks';

/** An attacker writes for the paper: every field of every file is markup that would run a script. */
test.describe.configure({ mode: 'default' });

const run = promisify(execFile);
let content: string;

test.beforeAll(async () => {
  content = await mkdtemp(path.join(tmpdir(), 'prism-attacks-'));
  await cp('content', content, { recursive: true });
  const picture = 'articles/science/keeling-curve.webp';
  await cp(path.join(content, picture), path.join(content, 'articles/world/attacks.webp'));
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(content, file), text);
  for (const [file, text] of Object.entries(additions)) {
    await appendFile(path.join(content, file), text);
  }
  // The story had another headline once: its history has something to tell. The rest of the paper is
  // as editors have left it.
  const file = path.join(content, `articles${story}.md`);
  const attacking = await readFile(file, 'utf8');
  await writeFile(file, attacking.replace(/^headline: .*$/m, 'headline: An earlier headline'));
  await seed('--only', ...Object.keys(files));
  await writeFile(file, attacking);
  await seed('--only', ...Object.keys(files));
});

test.afterAll(() => rm(content, { recursive: true, force: true }));

/** Each kind of page, and fields whose words must stand on it as they were written. */
const pages: ReadonlyArray<readonly [path: string, fields: readonly string[]]> = [
  [
    story,
    [
      ...['headline', 'kicker', 'standfirst', 'author', 'tag', 'source', 'note', 'correction'],
      ...['caption', 'credit', 'keypoints', 'keypoint', 'paragraph', 'emphasis', 'strong', 'link'],
      ...['words', 'heading', 'item', 'tablecaption', 'columnhead', 'cell', 'bodycaption'],
      ...[
        'rights',
        'bodyrights',
        'bodycredit',
        'quoteby',
        'quote',
        'pullquoteby',
        'pullquote',
        'contexttitle',
        'context',
      ],
      ...['timelinetitle', 'timelinedate', 'timelineentry', 'embed', 'provider'],
    ],
  ],
  [withdrawn, ['goneheadline', 'reason']],
  [`${story}/history`, ['headline', 'changenote']],
  [`${story}/history/1-2`, ['headline']],
  ['/', ['headline', 'kicker', 'standfirst']],
  ['/world', ['headline', 'kicker', 'standfirst']],
  ['/attacked', ['section', 'sectiondescription']],
  ['/tag/attacks', ['tag', 'tagdescription', 'headline']],
  ['/author/attacker', ['author', 'role', 'biography', 'headline']],
  ['/archive/2026', ['headline']],
  ['/archive/2026/10', ['headline']],
  ['/archive/2026/10/01', ['headline']],
  ['/archive', []],
  ['/corrections', ['headline', 'correction']],
  ['/attack', ['title', 'standing']],
  ['/search?q=onerror', ['headline']],
  [`/search?q=${encodeURIComponent(attack('question'))}`, []],
  ['/world/attack', ['headline']],
  // With its slashes it is refused as malformed.
  [`/world/${encodeURIComponent(attack('path').replaceAll('/', ''))}`, []],
];

for (const [path, fields] of pages) {
  for (const bypassCSP of [false, true]) {
    const policy = bypassCSP ? 'even if the browser knew no policy' : 'as served';
    test(`nothing runs or breaks out on ${path.slice(0, 40)}, ${policy}`, async ({ browser }) => {
      const { page, strangers, close } = await open(browser, path, bypassCSP);
      const text = (await page.locator('body').textContent()) ?? '';
      for (const field of fields) expect(text, field).toContain(attack(field));
      expect(await escaped(page)).toEqual([]);
      expect(strangers).toEqual([]);
      await close();
    });
  }
}

/** Feeds that hold the story, and what is in them of it. */
const feeds = ['/feed', '/world/feed', '/tag/attacks/feed', '/author/attacker/feed'].flatMap(
  (feed) => ['xml', 'atom', 'json'].map((format) => `${feed}.${format}`),
);
const inFeeds = [
  ...['standfirst', 'source', 'note', 'correction', 'caption', 'credit', 'rights', 'keypoint'],
  ...['paragraph', 'link', 'heading', 'item', 'cell', 'bodycaption', 'quote', 'pullquote'],
  ...['contexttitle', 'context', 'timelinetitle', 'timelinedate', 'timelineentry', 'embed'],
];

for (const feed of feeds) {
  test(`nothing runs in ${feed}, nor where a program shows it as it stands`, async ({
    browser,
  }) => {
    const { page, strangers, close } = await open(browser, feed, true);
    const response = await page.request.get(feed);
    const policy = response.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'none'");
    expect(await page.evaluate(() => 'didRun' in window)).toBe(false);
    const [item] = readFeed(await response.text()).filter(({ url }) => url.endsWith(story));
    expect(item?.title).toBe(attack('headline'));
    expect(item?.authors).toEqual([attack('author')]);
    expect(item?.categories).toContain(attack('tag'));
    // A reader that knows no policy and cleans nothing.
    await page.goto('about:blank');
    await page.setContent(
      `<header></header><main>${item?.html.replaceAll(/<img [^>]*>/g, '')}</main><footer></footer>`,
    );
    const text = (await page.locator('main').textContent()) ?? '';
    for (const field of inFeeds) expect(text, field).toContain(attack(field));
    expect(await escaped(page)).toEqual([]);
    expect(strangers).toEqual([]);
    await close();
  });
}

test('a story in Markdown holds no markup of an attacker’s', async ({ request }) => {
  const markdown = await (await request.get(`${story}.md`)).text();
  expect(kindsIn(markdown)).toContain('inlineCode');
  expect(kindsIn(markdown)).not.toContain('html');
  expect(markdown).toContain(`headline: ${JSON.stringify(attack('headline'))}`);
  const gone = await request.get(`${withdrawn}.md`);
  expect(gone.status()).toBe(410);
  expect(kindsIn(await gone.text())).not.toContain('html');
});

test('attributes and the head hold the words and nothing more', async ({ page }) => {
  await page.goto(story);
  expect(await page.title()).toContain(attack('seo'));
  const head = (selector: string) => page.locator(selector).first().getAttribute('content');
  expect(await head('meta[name=description]')).toBe(attack('standfirst'));
  expect(await head('meta[property="og:title"]')).toBe(attack('social'));
  expect(await head('meta[property="og:image:alt"]')).toBe(attack('alt'));
  expect(await head('meta[property="article:tag"]')).toBe(attack('tag'));
  expect(await head('meta[name=author]')).toBe(attack('author'));
  const alts = await page
    .locator('main img')
    .evaluateAll((images) => images.map((image) => image.getAttribute('alt')));
  expect(alts).toEqual(expect.arrayContaining([attack('alt'), attack('bodyalt')]));
});

test('cards are drawn of the words as they stand', async ({ page, request }) => {
  await page.goto(story);
  const image = await page.locator('meta[property="og:image"]').getAttribute('content');
  for (const shape of ['', '-16x9', '-4x3', '-square']) {
    const response = await request.get((image ?? '').replace(/\.png$/, `${shape}.png`));
    expect(response.status(), shape).toBe(200);
    expect(response.headers()['content-type']).toBe('image/png');
  }
});

test('structured data holds the words and nothing more, without a fault', async ({ request }) => {
  const front = await fetchPage(request, '/');
  const elsewhere = front.graph.map((thing) => String(thing['@id']));
  for (const [path] of pages) {
    const { graph } = await fetchPage(request, path);
    if (graph.length > 0) expect(findFaults({ '@graph': graph }, elsewhere), path).toEqual([]);
  }
  const article = thingOf(await fetchPage(request, story), 'NewsArticle');
  expect(article).toMatchObject({
    headline: attack('headline'),
    description: attack('standfirst'),
    author: [{ name: attack('author') }],
    keywords: [attack('tag')],
    citation: [{ name: attack('source') }],
    correction: [{ text: attack('correction') }],
  });
});

for (const [what, before, after] of [
  ['a link that is a script', 'Nothing.', '[words](javascript:ran())'],
  ['a source that is a script', 'name: Nobody', 'name: Nobody\n    url: javascript:ran()'],
  ['an embed that is a script', 'Nothing.', '::embed[Words]{url="javascript:ran()"}'],
  ['an embed that is data', 'Nothing.', '::embed[Words]{url="data:text/html,<script>ran()"}'],
  ['raw markup', 'Nothing.', '<img src=x onerror=ran()>'],
] as const) {
  test(`${what} is refused before it is published`, async () => {
    const file = path.join(content, 'articles/world/attacks-withdrawn.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(before, after));
    await expect(seed('--check')).rejects.toThrow(/attacks-withdrawn\.md:\d+/);
    await writeFile(file, text);
  });
}

/** The kinds of nodes that a reader of Markdown finds below the head. */
function kindsIn(markdown: string): string[] {
  const below = (node: Nodes): string[] => [
    node.type,
    ...('children' in node ? node.children.flatMap(below) : []),
  ];
  return below(
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(markdown.replace(/^---.*?^---$/ms, '')),
  );
}

/** Opens a page where `ran()` leaves a mark; answers also what it asked of other hosts. */
async function open(browser: Browser, path: string, bypassCSP: boolean) {
  const context = await browser.newContext({ bypassCSP });
  const page = await context.newPage();
  const strangers: string[] = [];
  await page.addInitScript(() => {
    Object.assign(window, { ran: () => Object.assign(window, { didRun: true }) });
  });
  page.on('dialog', (dialog) => dialog.dismiss());
  page.on('request', (request) => {
    const { protocol, origin, pathname } = new URL(request.url());
    if (protocol === 'data:') return;
    if (origin !== new URL(page.url()).origin && page.url() !== 'about:blank') {
      strangers.push(request.url());
    }
    if (/^\/(x|.*\/x)$/.test(pathname)) strangers.push(request.url());
  });
  await page.goto(path);
  await page.waitForLoadState('load');
  return { page, strangers, close: () => context.close() };
}

/** Signs that something left the place it was put in. */
function escaped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if ('didRun' in window) found.push('a script ran');
    for (const element of document.querySelectorAll('*')) {
      const markup = element.cloneNode(false) as Element;
      if (element instanceof HTMLScriptElement && element.text.trim() === 'ran()') {
        found.push('script element');
      }
      if (element.localName === 'svg' && element.hasAttribute('onload')) found.push('svg');
      for (const { name, value } of element.attributes) {
        const handler = /^on/.test(name);
        const script =
          /^(href|src|action|formaction)$/.test(name) && /^\s*javascript:/i.test(value);
        const broken = /["'<>=]/.test(name);
        if (handler || script || broken) found.push(markup.outerHTML);
      }
    }
    for (const [landmark, count] of [
      ['body > header', 1],
      ['body > main', 1],
      ['body > footer', 1],
      ['img[src=x]', 0],
    ] as const) {
      const there = document.querySelectorAll(landmark).length;
      if (there !== count) found.push(`${there} of ${landmark}`);
    }
    return found;
  });
}

async function seed(...args: string[]): Promise<string> {
  const env = { ...process.env, CONTENT_DIR: content };
  try {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'prisma/seed.ts', ...args], {
      env,
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(stderr + stdout);
  }
}
