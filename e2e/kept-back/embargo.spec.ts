import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type APIRequestContext, expect, test } from 'playwright/test';
import sharp from 'sharp';
import { runProgram } from '@/scripts/testing/run-program';
import { openCrawl } from '../crawl/crawl';
import { parseSitemap } from '../crawl/sitemap';

/** Stories that nobody may know of yet, and how each of them is kept back. */
test.describe.configure({ mode: 'serial' });

const hidden: Readonly<Record<string, string>> = {
  'zzyzx-embargoed': 'embargoedUntil: 2099-01-01T00:00:00Z',
  'zzyzx-dated-ahead': '',
  'zzyzx-drafted': 'draft: true',
};

/** Addresses that are asked for together. */
const AT_ONCE = 6;

let content: string;
test.beforeAll(async () => {
  content = await mkdtemp(path.join(tmpdir(), 'prism-embargo-'));
  await cp('content', content, { recursive: true });
  const salt = { width: 1200, height: 800, channels: 3, background: '#edc' } as const;
  await sharp({ create: salt }).png().toFile(path.join(content, 'articles/world/zzyzx.png'));
});
test.afterAll(() => rm(content, { recursive: true, force: true }));

function story(slug: string, kept: string): string {
  const date = slug === 'zzyzx-dated-ahead' ? '2099-01-01T00:00:00Z' : '2026-02-04T10:00:00Z';
  return `---
headline: The story of ${slug}
standfirst: Zzyzx is a place in California.
authors: [world-desk]
tags: [diplomacy, ukraine]
firstPublishedAt: ${date}
${kept}
sources:
  - name: Zzyzx Times
image: { file: zzyzx.png, alt: Salt on dry ground., caption: Zzyzx in summer., credit: PRISM News, rights: CC BY 4.0 }
---

Zzyzx stands here, beside [another story](/world/how-a-ceasefire-is-watched).
`;
}

async function seed(): Promise<void> {
  const { code, err } = await runProgram('prisma/seed.ts', [], { CONTENT_DIR: content });
  expect(code, err).toBe(0);
}

/** Every text that a crawler can get, by its address: by links, sitemaps, feeds, and by guessing. */
async function everything(request: APIRequestContext): Promise<ReadonlyMap<string, string>> {
  const see = openCrawl(request);
  const paths = new Set(['/', '/robots.txt', '/llms.txt', '/sitemap.xml', '/news-sitemap.xml']);
  for (const words of ['zzyzx', 'Zzyzx Times', 'ukraine', 'california']) {
    paths.add(`/search?q=${encodeURIComponent(words)}`);
  }
  for (const slug of Object.keys(hidden)) {
    for (const section of ['world', 'culture']) {
      paths.add(`/${section}/${slug}`).add(`/${section}/${slug}.md`).add(`/${section}/${slug}x`);
    }
  }
  const texts = new Map<string, string>();
  const visit = async (where: string) => {
    const { text, links, headers } = await see(where);
    texts.set(where, text);
    const named = /sitemap/.test(where) && headers['content-type']?.includes('xml');
    const found = named
      ? parseSitemap(text).entries.map(({ loc }) => new URL(loc).pathname)
      : links;
    for (const link of found) paths.add(link);
    const alternates = text.matchAll(/<link rel="alternate"[^>]*? href="(\/[^"]*)"/g);
    for (const [, href] of alternates) if (href !== undefined) paths.add(href);
    expect(paths.size).toBeLessThan(3_000);
  };
  // In the order in which they are found, those included that are found on the way.
  for (let visited = 0; visited < paths.size; ) {
    const part = [...paths].slice(visited, visited + AT_ONCE);
    await Promise.all(part.map(visit));
    visited += part.length;
  }
  return texts;
}

test('a story that is kept back changes no byte of anything that can be asked for', async ({
  request,
}) => {
  test.setTimeout(300_000);
  // What stands below a page's related stories is not made anew with each story that comes: all is now.
  const sections = path.join(content, 'sections.yaml');
  const text = await readFile(sections, 'utf8');
  await writeFile(sections, text.replace('  name: Politics', '  name: Politics and more'));
  await seed();
  const before = await everything(request);
  for (const [slug, kept] of Object.entries(hidden)) {
    await writeFile(path.join(content, `articles/world/${slug}.md`), story(slug, kept));
  }
  await seed();
  const after = await everything(request);
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  const changed = [...after].filter(([where, text]) => before.get(where) !== text);
  expect(changed.map(([where]) => where)).toEqual([]);
  expect(after.size).toBeGreaterThan(300);
  const told = [...after].filter(
    ([where, text]) => !where.includes('zzyzx') && /zzyzx/i.test(text),
  );
  // The search says what it was asked for.
  expect(told.map(([where]) => where).filter((where) => !where.startsWith('/search'))).toEqual([]);
  await writeFile(sections, text);
  await seed();
});

test('whoever has a link sees it, uncached and unknown to search engines, until the link ends', async ({
  request,
}) => {
  for (const slug of Object.keys(hidden)) {
    const { code, out } = await runProgram('scripts/preview.ts', [slug]);
    expect(code).toBe(0);
    const where = new URL(out).pathname;
    const response = await request.get(where, { maxRedirects: 0 });
    expect(response.status()).toBe(200);
    expect(await response.text()).toContain(`The story of ${slug}`);
    expect(response.headers()).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    const picture = /<img src="(\/preview\/[^"]+)"/.exec(await response.text())?.[1] ?? 'none';
    const shown = await request.get(picture);
    expect([shown.status(), shown.headers()['cache-control']]).toEqual([200, 'private, no-store']);
    expect(shown.headers()['content-type']).toBe('image/jpeg');
    const [file] = picture.split('/').slice(-1);
    expect((await request.get(`/media/${file}`)).status()).toBe(404);
    const forged = `${where.slice(0, -1)}${where.endsWith('0') ? '1' : '0'}`;
    expect((await request.get(forged, { maxRedirects: 0 })).status()).toBe(404);
    expect((await request.get(`${forged}/${file}`)).status()).toBe(404);
  }
});

test('at its instant a story appears everywhere, and nobody has to do anything', async ({
  request,
}) => {
  const slug = 'zzyzx-embargoed';
  const until = new Date(Math.ceil(Date.now() / 1000) * 1000 + 8_000);
  const kept = `embargoedUntil: ${until.toISOString().replace('.000Z', 'Z')}`;
  await writeFile(path.join(content, `articles/world/${slug}.md`), story(slug, kept));
  await seed();
  const shows = [
    '/',
    '/world',
    '/tag/diplomacy',
    '/author/world-desk',
    '/archive',
    '/world/feed.xml',
  ];
  const seen = async () => {
    const pages = await Promise.all(
      [...shows, '/sitemap-stories-1.xml', '/search?q=zzyzx+california'].map(async (where) =>
        (await (await request.get(where)).text()).includes(slug),
      ),
    );
    return [(await request.get(`/world/${slug}`)).status() === 200, ...pages];
  };
  const first = await seen();
  if (Date.now() < until.getTime()) expect(new Set(first)).toEqual(new Set([false]));
  await expect.poll(async () => [...new Set(await seen())], { timeout: 40_000 }).toEqual([true]);
});
