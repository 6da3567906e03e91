import { freshness, head, onePage, secondOfNine, topics, trail } from '@/components/sample';
import type { SearchPage } from '@/lib/page-models/model';

const found: SearchPage = {
  kind: 'search',
  ...freshness,
  head,
  query: 'ceasefire',
  summary: '171 stories for “ceasefire”',
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

export const examples = {
  results: { page: found },
  'before the first question': {
    page: {
      ...found,
      query: '',
      summary: 'Search every story since 2024.',
      results: [],
      pagination: null,
      topics,
    },
  },
  'no result': {
    page: {
      ...found,
      query: 'ceasfier',
      summary: 'No story says “ceasfier”. Try other words, or a topic.',
      results: [],
      pagination: onePage,
      topics,
    },
  },
} satisfies Record<string, { page: SearchPage }>;
