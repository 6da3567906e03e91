import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { renderAtom } from './atom';
import { feedDocument } from './feed-document';
import { renderJsonFeed } from './json-feed';
import { renderRss } from './rss';
import { awkward, feed, story, storyOf } from './testing/awkward-stories';
import { permitted } from './xml';

const one = awkward['text like markup'] ?? story();

describe.each(Object.entries(awkward))('A story with %s', (_, awkwardStory) => {
  const whole = feed([awkwardStory]);
  const { headline, standfirst, id, url } = awkwardStory;

  test.each([
    ['RSS', renderRss, { guid: id, link: url, 'dc:creator': authorOf(awkwardStory) }],
    ['Atom', renderAtom, { id, name: authorOf(awkwardStory), summary: permitted(standfirst) }],
  ] as const)('reads back from %s, by two parsers, as it was', (_format, render, fields) => {
    const xml = render(whole);
    const parsers = [readStrictly(xml), readLeniently(xml)];
    for (const found of parsers) {
      expect(found('title')).toContain(permitted(headline));
      for (const [name, value] of Object.entries(fields)) expect(found(name)).toContain(value);
    }
    const names = ['content:encoded', 'content'].filter((name) => xml.includes(`<${name}`));
    const [strict, lenient] = parsers.map((found) => names.flatMap(found));
    expect(strict).toHaveLength(1);
    expect(lenient).toEqual(strict);
  });

  test('reads back from JSON as it was', () => {
    const [item] = JSON.parse(renderJsonFeed(whole)).items;
    expect(item).toMatchObject({
      id,
      url,
      title: permitted(headline),
      summary: permitted(standfirst),
    });
  });
});

test('Whatever a story says, every feed is well-formed and says it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const whole = feed([storyOf(text)]);
      for (const xml of [renderRss(whole), renderAtom(whole)]) {
        for (const read of [readStrictly, readLeniently]) {
          expect(read(xml)('title')).toContain(permitted(text));
        }
        const [content = ''] = ['content:encoded', 'content'].flatMap(readStrictly(xml));
        expect(textOfHtml(content)).toContain(permitted(text));
        expect(content).not.toMatch(
          /<(?!\/?(?:figure|img|figcaption|small|p|strong|h2|ul|li|time)\b)/,
        );
      }
      expect(JSON.parse(renderJsonFeed(whole)).items[0].title).toBe(permitted(text));
    }),
    { numRuns: 100 },
  );
});

test('RSS tells all there is of a story', () => {
  const xml = renderRss(
    feed([{ ...one, updated: new Date('2025-12-23T09:00:00Z'), language: 'ar' }]),
  );
  const found = readStrictly(xml);
  expect(found('pubDate')).toEqual(['Mon, 22 Dec 2025 15:30:00 GMT']);
  expect(found('lastBuildDate')).toEqual(['Mon, 22 Dec 2025 15:30:00 GMT']);
  expect(found('atom:updated')).toEqual(['2025-12-23T09:00:00.000Z']);
  expect(found('language')).toEqual(['en']);
  expect(found('dc:language')).toEqual(['ar']);
  expect(found('category')).toEqual([one.section.text, one.tags[0]?.text]);
  expect(xml).toContain('<guid isPermaLink="false">urn:uuid:');
  expect(xml).toMatch(
    /<media:content url="https:\/\/news.example\/media\/[\w-]+.jpg" type="image\/jpeg" medium="image" width="720" height="450">/,
  );
  expect(found('media:credit')).toEqual([one.image?.credit]);
  expect(found('media:copyright')).toEqual([one.image?.rights]);
  expect(xml).toContain(
    '<atom:link rel="self" type="application/rss+xml" href="https://news.example/world/feed.xml"/>',
  );
  expect(textOfHtml(found('description')[1] ?? '')).toBe(one.standfirst);
});

test('Hubs are named in every form and in the header, and only if there are any', () => {
  const hub = 'https://hub.example/?a=1&b=2';
  const withHub = feed([], { hubs: [hub] });
  expect(renderRss(withHub)).toContain(
    '<atom:link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>',
  );
  expect(renderAtom(withHub)).toContain(
    '<link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>',
  );
  expect(JSON.parse(renderJsonFeed(withHub)).hubs).toEqual([{ type: 'WebSub', url: hub }]);
  expect(feedDocument(withHub, 'atom').links).toEqual([
    `<${hub}>; rel="hub"`,
    '<https://news.example/world/feed.atom>; rel="self"',
  ]);
  for (const format of ['xml', 'atom', 'json'] as const) {
    const { body, links } = feedDocument(feed([]), format);
    expect(links).toEqual([]);
    expect(body).not.toContain('hub');
  }
});

test('A feed without stories is a feed', () => {
  const empty = feed([], { updated: new Date(0) });
  expect(readStrictly(renderRss(empty))('title')).toEqual(['PRISM News: World']);
  expect(readStrictly(renderAtom(empty))('updated')).toEqual(['1970-01-01T00:00:00.000Z']);
  expect(JSON.parse(renderJsonFeed(empty)).items).toEqual([]);
});

function authorOf({ authors }: typeof one): string {
  return permitted(authors[0]?.text ?? '');
}

type Found = (name: string) => readonly string[];

/** By a parser that refuses whatever is not well-formed: the texts of all elements of a name. */
function readStrictly(xml: string): Found {
  const texts = new Map<string, string[]>();
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => open.push(''));
  parser.on('text', (text) => {
    if (open.length > 0) open[open.length - 1] += text;
  });
  parser.on('closetag', ({ name }) => {
    texts.set(name, [...(texts.get(name) ?? []), open.pop() ?? '']);
  });
  parser.write(xml).close();
  return (name) => texts.get(name) ?? [];
}

/** By a parser that takes whatever comes. */
function readLeniently(xml: string): Found {
  const document = parseDocument(xml, { xmlMode: true });
  return (name) => elements(document, name).map(textOf);
}

type Node = ReturnType<typeof parseDocument>['children'][number] | ReturnType<typeof parseDocument>;

function elements(node: Node, name: string): readonly Node[] {
  const below = 'children' in node ? node.children.flatMap((child) => elements(child, name)) : [];
  return 'name' in node && node.name === name ? [node, ...below] : below;
}

function textOf(node: Node): string {
  if ('children' in node) return node.children.map(textOf).join('');
  return 'data' in node ? node.data : '';
}

function textOfHtml(html: string): string {
  return textOf(parseDocument(html));
}
