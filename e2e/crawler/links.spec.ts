import { expect, test } from 'playwright/test';

/** Far more than the site has; a crawl that reaches it has found an endless space of addresses. */
const limit = 2_000;

test('every internal link of the whole site leads to a page, at its one address', async ({
  request,
}) => {
  test.setTimeout(240_000);
  const foundOn = new Map<string, string>([['/', 'the start']]);
  const broken: string[] = [];
  const types = new Set<string>();
  for (const [path, source] of foundOn) {
    const response = await request.get(path, { maxRedirects: 0 });
    if (response.status() !== 200) broken.push(`${path} on ${source}: ${response.status()}`);
    const type = response.headers()['content-type'] ?? '';
    types.add(type);
    if (!type.startsWith('text/html')) continue;
    const html = await response.text();
    for (const link of internalLinks(html)) {
      if (!foundOn.has(link)) foundOn.set(link, path);
    }
    for (const fragment of brokenFragments(html)) broken.push(`${fragment} on ${path}: no such id`);
    expect(foundOn.size, 'addresses found').toBeLessThan(limit);
  }
  expect(broken).toEqual([]);
  expect(foundOn.size).toBeGreaterThan(100);
  for (const type of ['image/avif', 'image/webp', 'image/jpeg']) expect(types).toContain(type);
});

/** Links and pictures of the page that stay on this site, without their fragments. */
function internalLinks(html: string): string[] {
  return [...linked(html), ...offered(html), ...cards(html)].filter(
    (path) => !path.startsWith('/_next/'),
  );
}

function linked(html: string): string[] {
  return [...html.matchAll(/<(?:a|img|link)\b[^>]*?\s(?:href|src)="(\/(?!\/)[^"#]*)/g)].map(
    (match) => (match[1] ?? '').replaceAll('&amp;', '&'),
  );
}

/** Every size of every picture. */
function offered(html: string): string[] {
  return [...html.matchAll(/<source\b[^>]*?\ssrcset="([^"]*)"/gi)].flatMap((match) =>
    (match[1] ?? '').split(', ').map((candidate) => candidate.replace(/ \d+w$/, '')),
  );
}

/** The pictures for social networks, on whatever origin the site is told to have. */
function cards(html: string): string[] {
  return [...html.matchAll(/<meta property="og:image" content="([^"]*)"/g)].map(
    (match) => new URL(match[1] ?? '').pathname,
  );
}

function brokenFragments(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="#([^"]+)"/g)]
    .map((match) => match[1] ?? '')
    .filter((id) => !html.includes(`id="${id}"`));
}
