import { describe, expect, test, vi } from 'vitest';
import type { RenderedAnswer } from './answer';
import { prepareAnswer } from './prepare';
import { stripPage } from './strip';
import { Stylesheet } from './stylesheet';
import { Stylesheets } from './stylesheets';

const address = '/_next/static/chunks/0a1b.css';
const link = `<link rel="stylesheet" href="${address}" data-precedence="next"/>`;
const html = `<!DOCTYPE html><html lang="en"><head><title>T</title>${link}</head><body><p>a</p></body></html>`;
const rendered: RenderedAnswer = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(html),
};
const prepare = (stylesheets: Stylesheets) =>
  prepareAnswer(rendered, '/', { siteUrl: 'https://news.example', stylesheets });

describe('a style sheet', () => {
  test('takes the place of the link to it, and the policy allows it', async () => {
    const read = vi.fn(async () => 'p{color:red}');
    const { bodies, headers } = await prepare(new Stylesheets(read));
    expect(bodies.identity.toString()).toBe(html.replace(link, '<style>p{color:red}</style>'));
    expect(headers['content-security-policy']).toContain("style-src 'sha256-");
    expect(read).toHaveBeenCalledExactlyOnceWith(address);
  });

  test('is read once for all pages', async () => {
    const read = vi.fn(async () => 'p{}');
    const stylesheets = new Stylesheets(read);
    await prepare(stylesheets);
    await prepare(stylesheets);
    expect(read).toHaveBeenCalledOnce();
  });

  test('keeps the medium that it is for; hints to load it go', () => {
    const page = `<link rel="preload" as="style" href="${address}"/><link rel="stylesheet" media="print" href="${address}"/>`;
    const { html: stripped, linked } = stripPage(
      page,
      new Map([[address, new Stylesheet('style{margin:0}')]]),
    );
    expect(stripped).toBe('<style media="print"></style>');
    expect(linked).toEqual([]);
  });

  test('that is not at hand stays a link', () => {
    expect(stripPage(html)).toMatchObject({ styles: [], linked: [address] });
  });

  test('that cannot be read, or would end its element, makes no page', async () => {
    const failing = new Stylesheets(() => Promise.reject(new Error('away')));
    await expect(prepare(failing)).rejects.toThrow('away');
    const hostile = new Stylesheets(async () => 'p{}</style><script>');
    await expect(prepare(hostile)).rejects.toThrow('cannot stand in a style element');
  });
});
