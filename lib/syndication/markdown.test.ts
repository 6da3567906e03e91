import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { markdownDocument, renderMarkdown } from './markdown';
import { awkward, sentence, story, storyOf } from './testing/awkward-stories';
import { permitted } from './xml';

const reader = unified().use(remarkParse).use(remarkGfm);

/** The head as data, and the text as a tree. */
function read(markdown: string) {
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(markdown) ?? [];
  return { head: parse(head), tree: reader.parse(body) };
}

describe.each(Object.entries(awkward))('A story with %s', (_, awkwardStory) => {
  const { head, tree } = read(renderMarkdown(awkwardStory));

  test('says in its head whose it is and where it stands', () => {
    expect(head).toEqual({
      headline: permitted(awkwardStory.headline),
      byline: awkwardStory.authors.map(({ text }) => permitted(text)),
      publication: 'PRISM News',
      section: permitted(awkwardStory.section.text),
      tags: awkwardStory.tags.map(({ text }) => permitted(text)),
      published: '2025-12-22T15:30:00.000Z',
      updated: '2025-12-22T15:30:00.000Z',
      language: awkwardStory.language,
      url: awkwardStory.url,
    });
  });

  test('reads back to the same words', () => {
    expect(linesOf(tree)).toEqual(expected(awkwardStory));
  });
});

test('Whatever a story says, it reads back to the same words, and no markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      fc.pre(/\S/.test(permitted(text)));
      const { head, tree } = read(renderMarkdown(storyOf(text)));
      expect(head.headline).toBe(permitted(text));
      expect(linesOf(tree)).toEqual(expected(storyOf(text)));
    }),
    { numRuns: 100 },
  );
});

test('A withdrawn story is only the word that it was taken back', () => {
  const document = markdownDocument({
    kind: 'withdrawn',
    keys: ['article:1'],
    modified: null,
    head: {
      title: '',
      description: '',
      canonicalUrl: 'https://news.example/world/a-story',
      locale: null,
      images: [],
      indexed: false,
      alternates: [],
    },
    headline: 'A *story*',
    section: { href: '/world', text: 'World' },
    withdrawn: { iso: '2025-12-23T09:00:00.000Z', text: '23 December 2025' },
    reason: 'It was wrong.',
  });
  expect(document).toMatchObject({ status: 410, robots: 'noindex' });
  expect(document.body).toBe('# Withdrawn: A \\*story\\*\n\n23 December 2025: It was wrong.\n');
});

test('Every kind of block keeps its place', () => {
  const body = [sentence('First.'), sentence('Second.')];
  expect(renderMarkdown(story({ body }))).toMatch(/\nFirst\.\n\nSecond\.\n$/);
});

const words = (text: string) => permitted(text).replace(/\s+/g, ' ').trim();

/** What a reader of the story reads, a line for each piece. */
function expected(of: (typeof awkward)[string]): readonly string[] {
  const { headline, standfirst, image, body, sources, corrections } = of;
  const [paragraph] = body;
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  return [
    headline,
    standfirst,
    image === null ? '' : `${image.caption} ${image.credit}, ${image.rights}`,
    text?.type === 'text' ? text.text : '',
    ...(sources.length > 0 ? ['Sources'] : []),
    ...sources.map(({ name, note }) => `${name}: ${note}`),
    ...(corrections.length > 0 ? [corrections.length === 1 ? 'Correction' : 'Corrections'] : []),
    ...corrections.map(({ at, text }) => `${at.text}: ${text}`),
  ]
    .map(words)
    .filter((line) => line !== '');
}

function linesOf(node: Nodes): readonly string[] {
  if (node.type === 'paragraph' || node.type === 'heading') {
    const line = words(textOf(node));
    return line === '' ? [] : [line];
  }
  return 'children' in node ? node.children.flatMap(linesOf) : [`[${node.type}]`];
}

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('');
  return node.type === 'text' ? node.value : node.type === 'image' ? '' : `[${node.type}]`;
}
