import { expect, test } from 'vitest';
import type { Block, Inline } from '@/lib/page-models/model';
import { bodyHtml } from './body-html';
import { htmlFragment } from './html';
import { sentence } from './testing/awkward-stories';

const url = 'https://news.example/world/a-story';
const site = 'http://localhost:3000';
const text = (words: string): Inline[] => [{ type: 'text', text: words }];
const html = (...blocks: Block[]) => htmlFragment(bodyHtml(blocks, url));

const cases: readonly (readonly [what: string, block: Block, html: string])[] = [
  [
    'a paragraph with everything in it',
    {
      type: 'paragraph',
      children: [
        { type: 'strong', children: text('a') },
        { type: 'emphasis', children: text('b') },
        { type: 'code', text: '<c>' },
        { type: 'break' },
        { type: 'link', href: '/world/d', children: text('d') },
        { type: 'link', href: '#e', children: text('e') },
        { type: 'link', href: 'https://f.example/?a=1&b="2"', children: text('f') },
        { type: 'foreign', language: 'ar', children: text('g') },
      ],
    },
    `<p><strong>a</strong><em>b</em><code>&lt;c&gt;</code><br><a href="${site}/world/d">d</a><a href="${url}#e">e</a><a href="https://f.example/?a=1&amp;b=&quot;2&quot;">f</a><i lang="ar" dir="rtl">g</i></p>`,
  ],
  [
    'a heading',
    { type: 'heading', level: 2, id: 'a', children: text('A & b') },
    '<h2>A &amp; b</h2>',
  ],
  [
    'a list in a list',
    {
      type: 'list',
      ordered: true,
      start: 3,
      items: [{ children: text('a'), nested: { ordered: false, items: [text('b')] } }],
    },
    '<ol start="3"><li>a<ul><li>b</li></ul></li></ol>',
  ],
  [
    'a table',
    {
      type: 'table',
      caption: text('C'),
      align: [null, 'right'],
      header: [[], text('H')],
      rows: [[text('R'), text('1')]],
    },
    '<table><caption>C</caption><thead><tr><td></td><th scope="col">H</th></tr></thead><tbody><tr><th scope="row">R</th><td>1</td></tr></tbody></table>',
  ],
  [
    'a picture',
    {
      type: 'image',
      picture: { hash: '0'.repeat(32), mediaType: 'image/webp', width: 4, height: 3 },
      alt: 'A "pier"',
      caption: text('The pier.'),
      credit: 'Photographer',
    },
    `<figure><img src="${site}/media/${'0'.repeat(32)}-4.jpg" width="4" height="3" alt="A &quot;pier&quot;"><figcaption>The pier. <small>Photographer</small></figcaption></figure>`,
  ],
  [
    'a quotation',
    {
      type: 'quotation',
      paragraphs: [text('Words.')],
      attribution: text('Somebody'),
      source: 'https://source.example/',
      language: 'fr',
    },
    '<blockquote cite="https://source.example/" lang="fr" dir="ltr"><p>Words.</p></blockquote><p>— <a href="https://source.example/">Somebody</a></p>',
  ],
  [
    'a context box',
    {
      type: 'context',
      title: 'Context',
      blocks: [{ type: 'paragraph', children: text('Before.') }],
    },
    '<hr><h3>Context</h3><p>Before.</p><hr>',
  ],
  [
    'a timeline',
    {
      type: 'timeline',
      title: 'Dates',
      id: 'dates',
      entries: [
        {
          id: 'a',
          label: 'In 2022',
          when: { from: '2022', to: null },
          children: text('It began.'),
        },
        { id: 'b', label: 'Now', when: null, children: text('It goes on.') },
      ],
    },
    '<h3>Dates</h3><ul><li><strong><time datetime="2022">In 2022</time></strong>: It began.</li><li><strong>Now</strong>: It goes on.</li></ul>',
  ],
  [
    'key points',
    { type: 'keyPoints', title: 'In brief', points: [text('One.')] },
    '<h3>In brief</h3><ul><li>One.</li></ul>',
  ],
  [
    'an embed',
    { type: 'embed', href: 'https://video.example/1', title: 'Film', provider: null },
    '<p><a href="https://video.example/1"><cite>Film</cite></a> (video.example)</p>',
  ],
  [
    'a line of its own',
    { type: 'pullQuote', children: text('A line.'), attribution: null },
    '<p><strong>A line.</strong></p>',
  ],
];

test.each(cases)('%s reads well without a style sheet', (_, block, expected) => {
  expect(html(block)).toBe(expected);
});

test('A line lifted out of the text is not read twice', () => {
  const lifted: Block = { type: 'pullQuote', children: text('A line.'), attribution: text('One') };
  expect(html(sentence('Before. A line. After.'), lifted)).toBe('<p>Before. A line. After.</p>');
  expect(html(sentence('Something else.'), lifted)).toContain(
    '<blockquote><p>A line.</p></blockquote>',
  );
});
