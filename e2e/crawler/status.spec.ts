import { expect, test } from 'playwright/test';
import { miami } from '../site';

const slug = miami.replace('/politics/', '');

test.describe('The status of an address', () => {
  for (const path of ['/', '/world', miami, '/tag/ukraine', '/author/world-desk', '/about']) {
    test(`200 for ${path}`, async ({ request }) => {
      const response = await request.get(path, { maxRedirects: 0 });
      expect(response.status()).toBe(200);
      expect(await response.text()).toContain('<link rel="canonical" href="http');
    });
  }

  for (const [path, canonical] of [
    [`/world/${slug}`, miami],
    ['/tag/un', '/tag/united-nations'],
    ['/Politics', '/politics'],
    ['/politics/', '/politics'],
  ] as const) {
    test(`308 from ${path} to ${canonical}`, async ({ request }) => {
      const response = await request.get(path, { maxRedirects: 0 });
      expect(response.status()).toBe(308);
      expect(new URL(response.headers().location ?? '', 'http://site').pathname).toBe(canonical);
    });
  }

  for (const path of [
    '/no-such-section',
    '/world/no-such-story',
    '/world/caf%C3%A9',
    '/tag/no-such-tag',
    '/author/nobody',
    '/archive/2025/13',
    '/archive/2025/02/30',
    '/archive/1066',
    '/world?page=99',
    '/world?page=0',
    '/world?page=two',
    '/search?q=ceasefire&page=99',
    '/one/two/three/four',
    '/media/00000000000000000000000000000000.png',
    '/media/00000000000000000000000000000000-640.avif',
  ]) {
    test(`404 for ${path}`, async ({ request }) => {
      expect((await request.get(path, { maxRedirects: 0 })).status()).toBe(404);
    });
  }

  test('404 suggests the story that was probably meant', async ({ request }) => {
    const response = await request.get('/politics/miami-talks-yield-productive-dialog');
    expect(response.status()).toBe(404);
    const html = await response.text();
    expect(html).toContain(`href="${miami}"`);
    expect(html).toContain('<meta name="robots" content="noindex"/>');
  });

  test('query parameters other than page and q change nothing', async ({ request }) => {
    const plain = await request.get('/tag/ukraine');
    const adorned = await request.get('/tag/ukraine?utm_source=x&fbclid=1');
    expect(await headlines(await adorned.text())).toEqual(await headlines(await plain.text()));
  });

  test('pictures are immutable and typed', async ({ request }) => {
    const html = await (await request.get('/science/the-keeling-curve')).text();
    const source = /<img[^>]*\ssrc="(\/media\/[^"]+)"/.exec(html)?.[1] ?? '';
    const response = await request.get(source);
    expect(response.status()).toBe(200);
    expect(response.headers()['cache-control']).toContain('immutable');
    expect(response.headers()['content-type']).toMatch(/^image\//);
  });

  test('of a picture there are the sizes that pages name, and no other', async ({ request }) => {
    const html = await (await request.get('/science/the-keeling-curve')).text();
    const source = /<img[^>]*\ssrc="(\/media\/[0-9a-f]+-)720\.jpg"/.exec(html)?.[1] ?? '';
    expect((await request.get(`${source}720.avif`)).status()).toBe(200);
    for (const name of ['721.avif', '1920.avif', '720.png', '8x5-0-720.avif', '720.avif/']) {
      expect((await request.get(`${source}${name}`, { maxRedirects: 0 })).status()).not.toBe(200);
    }
    expect((await request.get(`${source.slice(0, -1)}.webp`)).status()).toBe(404);
  });

  test('healthz and readyz tell operators that all is well', async ({ request }) => {
    expect((await request.get('/healthz')).status()).toBe(200);
    expect((await request.get('/readyz')).status()).toBe(200);
  });
});

function headlines(html: string): string[] {
  return [...html.matchAll(/<h[1-6][^>]*>(.*?)<\/h[1-6]>/g)].map((match) => match[1] ?? '');
}
