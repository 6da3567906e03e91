import type { Feed } from '@/lib/page-models/feed';
import type { Block } from '@/lib/page-models/model';
import type { SyndicatedStory } from '@/lib/page-models/syndicated-story';

/** For tests: stories that are hard to write down, and a feed of them. */

const published = new Date('2025-12-22T15:30:00Z');

export const sentence = (text: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
});

export function story(changes: Partial<SyndicatedStory> = {}): SyndicatedStory {
  return {
    id: 'urn:uuid:0193e9d2-0000-7000-8000-000000000001',
    url: 'https://news.example/world/a-story',
    markdownUrl: 'https://news.example/world/a-story.md',
    headline: 'A story',
    standfirst: 'What it says.',
    language: 'en',
    authors: [{ href: 'https://news.example/author/world-desk', text: 'World desk' }],
    section: { href: 'https://news.example/world', text: 'World' },
    tags: [{ href: 'https://news.example/tag/ukraine', text: 'Ukraine' }],
    published,
    updated: published,
    image: null,
    body: [sentence('Words.')],
    sources: [],
    corrections: [],
    ...changes,
  };
}

export function feed(stories: readonly SyndicatedStory[], changes: Partial<Feed> = {}): Feed {
  return {
    kind: 'feed',
    keys: [],
    modified: published,
    title: 'PRISM News: World',
    description: 'Wars & treaties.',
    homeUrl: 'https://news.example/world',
    selfUrls: {
      xml: 'https://news.example/world/feed.xml',
      atom: 'https://news.example/world/feed.atom',
      json: 'https://news.example/world/feed.json',
    },
    updated: published,
    stories,
    hubs: [],
    ...changes,
  };
}

/** A story whose every text is this one. */
export function storyOf(text: string): SyndicatedStory {
  return story({
    headline: text,
    standfirst: text,
    authors: [{ href: 'https://news.example/author/world-desk', text }],
    section: { href: 'https://news.example/world', text },
    tags: [{ href: 'https://news.example/tag/ukraine', text }],
    image: {
      url: 'https://news.example/media/0123456789abcdef0123456789abcdef-720.jpg',
      mediaType: 'image/jpeg',
      width: 720,
      height: 450,
      alt: text,
      caption: text,
      credit: text,
      rights: `${text}, too`,
    },
    body: [sentence(text)],
    sources: [{ name: text, url: null, note: text }],
    corrections: [{ at: { iso: '2025-12-23T09:00:00.000Z', text: '23 December 2025' }, text }],
  });
}

export const awkward: Readonly<Record<string, SyndicatedStory>> = {
  'a very long headline': storyOf('A headline that goes on and on '.repeat(400).trim()),
  'a language from right to left': {
    ...storyOf('قال المفاوضون إنّ المحادثات “مثمرة” — ‏2025'),
    language: 'ar',
  },
  'emoji and letters beyond the first plane': storyOf('👩🏽‍🚀 🇺🇦 𠮷野家 𝔘𝔫𝔦𝔠𝔬𝔡𝔢'),
  'text like markup': storyOf(`<script>ran()</script> &amp; <![CDATA[ x ]]> <!-- --> "'>`),
  'the end of a CDATA section': storyOf(']]> ]]&gt; ]]>]]>'),
  'control characters': storyOf(
    'bell\u0007, escape\u001b, null\0, half \ud83d, \uffff, delete\u007f',
  ),
  'text like Markdown': storyOf(
    '# 1. *a* _b_ `c` [d](e) ![f](g) | h | ~~i~~ + - > \\ :::j <k> &l;',
  ),
  'no tags and no picture': story({ tags: [], image: null, standfirst: '' }),
  'ten corrections': story({
    corrections: Array.from({ length: 10 }, (_, index) => ({
      at: { iso: `2025-12-23T0${index}:00:00.000Z`, text: `23 December 2025 at 0${index}:00 UTC` },
      text: `Correction ${index} & <more>.`,
    })),
  }),
};
