import { expect, test } from 'playwright/test';
import { miami, pageKinds } from '../site';
import { fetchPage, metaOf } from './served';

/** What asks for pages: a browser, a search engine, two makers of previews, and nobody in particular. */
const agents = [
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'facebookexternalhit/1.1',
  'Twitterbot/1.0',
  '',
];

const once = ['description', 'robots', 'og:site_name', 'og:type', 'og:title', 'og:description'];

for (const [kind, path] of Object.entries(pageKinds)) {
  test(`${kind}: the head is whole, and all of it is in the head`, async ({ request, baseURL }) => {
    for (const agent of agents) {
      const page = await fetchPage(request, path, { 'User-Agent': agent });
      const [head = '', body = ''] = page.html.split('</head>');
      expect(body).not.toMatch(/<(title|meta|link|base)[\s>]/);
      expect(head.match(/<title>/g)).toHaveLength(1);
      for (const name of [...once, 'og:url', 'og:locale']) {
        expect(metaOf(page, name), name).toEqual([expect.stringMatching(/\S/)]);
      }
    }
    const page = await fetchPage(request, path);
    const canonical = page.document.querySelectorAll('link[rel=canonical]');
    expect(canonical).toHaveLength(1);
    const own = path.startsWith('/search') ? '/search' : path;
    expect(canonical[0]?.getAttribute('href')).toBe(`${baseURL}${own === '/' ? '/' : own}`);
    expect(metaOf(page, 'og:url')).toEqual([canonical[0]?.getAttribute('href')]);
    const isHidden = kind.startsWith('search') || kind === 'not found';
    expect(metaOf(page, 'robots')).toEqual([
      isHidden ? 'noindex' : 'max-image-preview:large, max-snippet:-1, max-video-preview:-1',
    ]);
    expect(page.document.title).toMatch(kind === 'front' ? /^PRISM News$/ : / – PRISM News$/);
  });
}

test('a story tells Open Graph its section, its tags, its authors and its dates', async ({
  request,
}) => {
  const page = await fetchPage(request, miami);
  expect(metaOf(page, 'og:type')).toEqual(['article']);
  expect(metaOf(page, 'article:section')).toEqual(['Politics']);
  expect(metaOf(page, 'article:tag')).toHaveLength(6);
  expect(metaOf(page, 'article:author')).toEqual([
    expect.stringMatching(/^http.*\/author\/politics-desk$/),
  ]);
  expect(metaOf(page, 'article:published_time')).toEqual(['2025-12-22T15:30:00.000Z']);
  expect(metaOf(page, 'article:modified_time')).toHaveLength(1);
});

test('a picture comes with type, size and description, and makes a large card', async ({
  request,
}) => {
  const page = await fetchPage(request, pageKinds['article with a picture'] ?? '');
  const [url = ''] = metaOf(page, 'og:image');
  const picture = await request.get(url);
  expect(picture.status()).toBe(200);
  expect(metaOf(page, 'og:image:type')).toEqual([picture.headers()['content-type']]);
  for (const side of ['og:image:width', 'og:image:height']) {
    expect(metaOf(page, side)).toEqual([expect.stringMatching(/^[1-9]\d*$/)]);
  }
  expect(metaOf(page, 'og:image:alt')).toEqual([expect.stringMatching(/\S/)]);
  expect(metaOf(page, 'twitter:card')).toEqual(['summary_large_image']);
  expect(metaOf(page, 'twitter:image:alt')).toEqual(metaOf(page, 'og:image:alt'));
});
