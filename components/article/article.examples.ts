import { examples as blocks } from '@/components/body/blocks.examples';
import { examples as body } from '@/components/body/body.examples';
import {
  freshness,
  head,
  link,
  paragraph,
  picture,
  sections,
  story,
  text,
  time,
  topics,
  trail,
} from '@/components/sample';
import type { ArticlePage } from '@/lib/page-models/model';

const talks: ArticlePage = {
  kind: 'article',
  ...freshness,
  head,
  section: link('/politics', 'Politics'),
  kicker: 'Ukraine war',
  headline: 'Miami Talks Yield ‘Productive’ Dialogue but No Breakthrough in Ukraine War',
  standfirst:
    'U.S. and Ukrainian envoys have held “productive” talks in Miami, but a major breakthrough to end the war is still out of reach as Russia sends conflicting signals and military attacks continue.',
  language: 'en',
  byline: [link('/author/politics-desk', 'Politics desk')],
  published: time('2025-12-22T15:30:00Z', '22 December 2025, 15:30 UTC'),
  updated: time('2025-12-22T18:05:00Z', '22 December 2025, 18:05 UTC'),
  history: null,
  readingTime: '4 min read',
  image: null,
  notices: [],
  body: body['every block'].blocks,
  sources: [
    {
      name: 'Reuters',
      url: 'https://www.reuters.com/',
      note: 'Six sources familiar with the matter on U.S. intelligence assessments of Russia’s aims.',
    },
    {
      name: 'Joint statement of Steve Witkoff and Rustem Umerov',
      url: null,
      note: 'The focus of the meeting and the shared priority of the two sides.',
    },
    { name: 'BBC', url: null, note: null },
  ],
  corrections: [
    {
      at: time('2025-12-23T09:00:00Z', '23 December 2025, 09:00 UTC'),
      text: 'An earlier version gave the number of piers as three. There were two.',
    },
  ],
  tags: topics,
  related: [
    { trail: trail(1), reason: 'Also on Ukraine and Russia' },
    { trail: trail(7), reason: 'Also on Peace Talks and Diplomacy' },
    { trail: trail(8), reason: 'Chosen by the editors' },
    { trail: trail(9), reason: 'Also in World' },
  ],
  previous: link(
    '/politics/why-presidents-send-special-envoys',
    'Why presidents send special envoys',
  ),
  next: link('/politics/treaty-or-executive-agreement', 'Treaty or executive agreement'),
  share: [
    link('mailto:?subject=Miami%20talks', 'Share by email'),
    link(
      'https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fnews.example',
      'Share on Facebook',
    ),
    link('https://bsky.app/intent/compose?text=Miami', 'Share on Bluesky'),
  ],
};

const arabic: ArticlePage = {
  ...talks,
  language: 'ar',
  kicker: 'حرب أوكرانيا',
  headline: 'محادثات ميامي «مثمرة» لكن دون اختراق',
  standfirst: 'قال مبعوثون من الولايات المتحدة وأوكرانيا إن المحادثات كانت مثمرة.',
  body: [
    paragraph(
      'قال المبعوثون إن ثلاثة أيام من المحادثات في ميامي كانت «مثمرة وبناءة»، إلا أن الاختراق الكبير لا يزال بعيد المنال (Reuters، 2025).',
    ),
    {
      type: 'pullQuote',
      children: text('أولويتنا المشتركة هي وقف القتل.'),
      attribution: text('بيان مشترك'),
    },
  ],
};

const bare: ArticlePage = {
  ...talks,
  kicker: null,
  standfirst: '',
  byline: [],
  updated: null,
  history: null,
  body: body['one short paragraph'].blocks,
  sources: [],
  corrections: [],
  tags: [],
  related: [],
  previous: null,
  next: null,
  share: [],
};

const longHeadline =
  'The Secretary-General’s Special Representative Says That the Intergovernmental Negotiating Committee’s Internationalisation of Counterproliferation Responsibilities Will Take Years, Not Months, to Begin';

export const examples = {
  'every block, no picture': { page: talks },
  'a lead picture': {
    page: {
      ...talks,
      body: body['every block'].blocks.slice(0, 5),
      image: {
        picture,
        alt: 'Envoys at a long table.',
        caption: 'The delegations on Sunday.',
        credit: 'PRISM News',
        rights: 'PRISM News',
        focalPoint: { x: 0.5, y: 0.2 },
      },
    },
  },
  'a serious correction': {
    page: {
      ...talks,
      history: link('/politics/story-0/history', 'History of this story'),
      body: body['one short paragraph'].blocks,
      notices: [
        {
          at: time('2025-12-23T09:00:00Z', '23 December 2025, 09:00 UTC'),
          text: 'An earlier version said that a ceasefire had been agreed. None had.',
        },
      ],
    },
  },
  'right to left': { page: arabic },
  'two languages in one story': {
    page: {
      ...talks,
      headline: 'The word ‘سلام’ and what it promises: мир, שלום, 和平',
      standfirst: 'A poster with one word in five languages hung over the table (سلام, 1994).',
      body: [
        ...blocks['scripts of several directions in one paragraph'].blocks,
        ...blocks['a quotation from right to left'].blocks,
        ...body['one short paragraph'].blocks,
      ],
    },
  },
  'nothing but a sentence': { page: bare },
  'thirty words and no standfirst': {
    page: { ...talks, standfirst: '', body: story(30), related: talks.related.slice(0, 1) },
  },
  'thirty thousand words': { page: { ...talks, readingTime: '126 min read', body: story(30_000) } },
  'a headline of two hundred characters, three authors, forty tags': {
    page: {
      ...talks,
      headline: longHeadline,
      byline: [
        ...talks.byline,
        link('/author/world-desk', 'World desk'),
        link('/author/science-desk', 'Science desk'),
      ],
      tags: Array.from({ length: 40 }, (_, n) => link(`/tag/topic-${n}`, `Topic number ${n}`)),
      section: sections[1] ?? talks.section,
    },
  },
} satisfies Record<string, { page: ArticlePage }>;
