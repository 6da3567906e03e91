import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { stripPage } from './strip';
import { type Omit, outlineOf } from './testing/outline';

/** An article as `next start` answers it, its stylesheet, flight data and text shortened. */
const nextPage = readFileSync(new URL('./testing/next-page.html.txt', import.meta.url), 'utf8');

/** What may be missing after stripping, said of the document and not of its source. */
const mayGo: Omit = {
  node: (node) => {
    if (node.nodeName === '#comment') return true;
    if (!('attrs' in node)) return false;
    const attribute = (name: string) => node.attrs.find((one) => one.name === name)?.value;
    if (node.nodeName === 'script') return attribute('type') !== 'application/ld+json';
    if (node.nodeName === 'link') return attribute('as') === 'script';
    return node.nodeName === 'div' && attribute('hidden') === '' && isEmpty(node);
  },
  attribute: (name) => name === 'data-precedence' || name === 'data-href',
};

function isEmpty(element: DefaultTreeAdapterTypes.Element): boolean {
  return element.childNodes.every(({ nodeName }) => nodeName === '#comment');
}

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><title>T</title>${head}</head><body>${body}</body></html>`;
const stripped = (body: string) => stripPage(page(body)).html;

describe('a page of the renderer', () => {
  test('is the same document afterwards, but for what only a browser application needs', () => {
    const { html } = stripPage(nextPage);
    expect(outlineOf(html)).toEqual(outlineOf(nextPage, mayGo));
  });

  test('has no script, hint to one, flight data, comment or mark of React left', () => {
    const { html } = stripPage(nextPage);
    expect(nextPage).toMatch(/__next_f/);
    expect(html).not.toMatch(/<script|__next_f|_next\/static|as="script"|<!--|hidden|data-/);
  });

  test('has its styles once, in a style element', () => {
    const { html, styles } = stripPage(nextPage);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html.match(/font-family:Newsreader/g)).toHaveLength(1);
    expect(styles).toHaveLength(1);
    expect(html).toContain(`<style>${styles[0]}</style>`);
  });

  test('keeps the hints to its fonts and its picture', () => {
    const { html, fonts } = stripPage(nextPage);
    expect(fonts).toEqual(['/fonts/newsreader-text.woff2', '/fonts/newsreader-display-2.woff2']);
    expect(html.match(/rel="preload"/g)).toHaveLength(3);
  });

  test('is not changed by being stripped again', () => {
    const { html } = stripPage(nextPage);
    expect(stripPage(html).html).toBe(html);
  });
});

describe('a script', () => {
  test.each([
    '<script>self.__next_f.push([1,"<\\/p>"])</script>',
    '<script src="/_next/static/a.js" async=""></script>',
    '<SCRIPT nomodule src=a.js></SCRIPT >',
    '<script type="module">import "/a.js"</script>',
    '<script type="text/template"><b>bold</b></script>',
    '<script src="/ours.js" data-keep=""></script>',
    '<link rel="preload" as="script" href="/a.js"/>',
    '<link rel="modulepreload" href="/a.js"/>',
    '<link rel="expect" href="#_R_" blocking="render"/>',
  ])('of the framework goes, with what leads to it: %s', (html) => {
    expect(stripped(`<p>a</p>${html}<p>b</p>`)).toBe(page('<p>a</p><p>b</p>'));
  });

  test('that never ends takes the rest with it, as in a browser', () => {
    expect(stripPage('<p>a</p><script>let a = "</p>').html).toBe('<p>a</p>');
  });

  test('that is data stays and asks for nothing', () => {
    const html = page('<script type="application/ld+json">{"@type":"NewsArticle"}</script>');
    expect(stripPage(html)).toEqual({ html, styles: [], scripts: [], fonts: [], linked: [] });
  });

  test('that is marked as ours stays and is reported, as speculation rules are', () => {
    const html = page(
      '<script data-keep="">document.title = "<b>"</script><script type="speculationrules">{}</script>',
    );
    expect(stripPage(html)).toMatchObject({ html, scripts: ['document.title = "<b>"', '{}'] });
  });
});

test('comments of React go and the texts between them touch', () => {
  expect(stripped('<p>By<!-- --> <!--$-->Ann<!--/$--><!--$?--></p>')).toBe(page('<p>By Ann</p>'));
});

test('the empty placeholder for late metadata goes, any other hidden element stays', () => {
  expect(stripped('<div hidden=""><!--$--><!--/$--></div>')).toBe(page(''));
  expect(stripped('<div hidden=""></div>')).toBe(page(''));
  for (const html of [
    '<div hidden=""><p>a</p></div>',
    '<div hidden="">a</div>',
    '<div hidden=""><div></div></div>',
    '<div id="a" hidden=""></div>',
    '<div></div>',
    '<p hidden=""></p>',
  ]) {
    expect(stripped(html)).toBe(page(html));
  }
});

test('a style keeps the attributes that mean something', () => {
  const style = '<style media="print" data-precedence="next" data-href="/a&amp;b">a{}</style>';
  const { html, styles } = stripPage(page('', style));
  expect(html).toBe(page('', '<style media="print">a{}</style>'));
  expect(styles).toEqual(['a{}']);
});

test('what looks like a tag in a title, a style, an attribute or a text area is text', () => {
  const html = page(
    '<p title="<script>a</script>">a</p><textarea><script><!-- --></textarea>',
    '<style>a::before{content:"<!-- <script>"}</style>',
  ).replace('T</title>', 'The <script> element</title>');
  expect(stripPage(html).html).toBe(html);
});

test('whatever a story says, the document around the scripts stays the same', () => {
  const words = fc.constantFrom(
    ...['<script>', '</script>', '<!--', '-->', '&lt;script&gt;', '<p>', '</p>', '<div hidden="">'],
    ...['</div>', '<style>', '</style>', 'text', ' ', '<svg>', '</svg>', '"', "'", '=', '<a b="'],
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
      const escaped = parts
        .join('')
        .replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
      const html = page(
        `<p title="${escaped}">${escaped}<!-- --></p><script>a</script><p>${escaped}</p>`,
      );
      expect(outlineOf(stripPage(html).html)).toEqual(outlineOf(html, mayGo));
      expect(() => stripPage(parts.join(''))).not.toThrow();
    }),
    { numRuns: 300 },
  );
});
