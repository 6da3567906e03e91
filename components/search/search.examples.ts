import { freshness, head, onePage, secondOfNine, topics, trail } from '@/components/sample';
import type { SearchForm, SearchNarrowing, SearchPage } from '@/lib/page-models/model';

const nothingChosen: SearchNarrowing = {
  ...{ section: '', tag: '', from: '', to: '', sort: '' },
  sections: [
    { slug: 'politics', name: 'Politics' },
    { slug: 'world', name: 'World' },
  ],
  tags: [
    { slug: 'ukraine', name: 'Ukraine' },
    { slug: 'peace-talks', name: 'Peace Talks' },
  ],
  isOpen: false,
  clear: null,
};

const narrowed: SearchNarrowing = {
  ...nothingChosen,
  ...{ section: 'world', tag: 'peace-talks', from: '2025-01-01', to: '2025-06-30', sort: 'date' },
  isOpen: true,
  clear: { href: '/search?q=ceasefire', text: 'Clear all of these' },
};

const asked = (query: string, narrowing = nothingChosen): SearchForm => ({ query, narrowing });

const found: SearchPage = {
  kind: 'search',
  ...freshness,
  head,
  form: asked('ceasefire'),
  summary: '171 stories for “ceasefire”',
  notes: [],
  respelt: null,
  elsewhere: null,
  earlier: null,
  results: [7, 9, 0].map((n) => ({
    trail: trail(n),
    snippet: [
      { text: '… observers had counted 1,200 violations of the ', hit: false },
      { text: 'ceasefire', hit: true },
      { text: ' in its first week, most of them at night …', hit: false },
    ],
  })),
  pagination: secondOfNine,
  topics: [],
};

const nothing = { results: [], pagination: onePage, topics } satisfies Partial<SearchPage>;

export const examples = {
  results: { page: found },
  'before the first question': {
    page: {
      ...found,
      form: asked(''),
      summary: 'Search every story since 2024.',
      results: [],
      pagination: null,
      topics,
    },
  },
  'very many results': {
    page: {
      ...found,
      summary:
        'More than 1,000 stories for “ceasefire”: the newest of them, best first. Add words to find older ones.',
    },
  },
  narrowed: {
    page: {
      ...found,
      form: asked('ceasefire', narrowed),
      summary:
        '12 stories for “ceasefire” in World, on Peace Talks, from 1 January 2025 to 30 June 2025',
    },
  },
  'partly understood': {
    page: {
      ...found,
      notes: [
        'There is no section “wolrd”: all were searched.',
        'A day is written as 2025-12-22: what was given was left out.',
      ],
    },
  },
  'no result': {
    page: {
      ...found,
      ...nothing,
      form: asked('xyzzyplugh'),
      summary: 'No story answers “xyzzyplugh”. Try fewer or other words, or choose a topic below.',
    },
  },
  'no result, but for another spelling': {
    page: {
      ...found,
      ...nothing,
      form: asked('ceasfier'),
      summary: 'No story answers “ceasfier”.',
      respelt: { href: '/search?q=ceasefire', text: '“ceasefire”' },
    },
  },
  'no result where it was looked for': {
    page: {
      ...found,
      ...nothing,
      form: asked('ceasefire', narrowed),
      summary:
        'No story in World, on Peace Talks, from 1 January 2025 to 30 June 2025 answers “ceasefire”.',
      elsewhere: { href: '/search?q=ceasefire', text: '171 stories' },
    },
  },
  'not all searched': {
    page: {
      ...found,
      form: asked('"last round"'),
      summary:
        '3 stories for "last round" from 1 March 2024 on. The words are in so many stories that earlier ones were not searched.',
      pagination: onePage,
      earlier: {
        href: '/search?q=%22last%20round%22&to=2024-02-29',
        text: 'Search earlier stories',
      },
    },
  },
} satisfies Record<string, { page: SearchPage }>;
