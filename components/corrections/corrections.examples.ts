import { freshness, head, link, onePage, secondOfNine, time, trail } from '@/components/sample';
import type { CorrectionsPage } from '@/lib/page-models/model';

const page: CorrectionsPage = {
  kind: 'corrections',
  ...freshness,
  head,
  entries: [
    {
      at: time('2025-12-23T09:00:00Z', '23 December 2025, 09:00 UTC'),
      text: 'An earlier version gave the number of piers as three. There were two.',
      story: link(
        '/politics/story-0',
        'Miami Talks Yield ‘Productive’ Dialogue but No Breakthrough in Ukraine War',
      ),
    },
    {
      at: time('2025-11-02T11:20:00Z', '2 November 2025, 11:20 UTC'),
      text: 'The story named the wrong year for the Montreux Convention, which was signed in 1936.',
      story: link('/world/story-1', 'The Montreux Convention and the Turkish Straits'),
    },
  ],
  pagination: onePage,
};

export const examples = {
  'two corrections': { page },
  'many corrections': {
    page: {
      ...page,
      entries: Array.from({ length: 20 }, (_, n) => ({
        at: trail(n).published,
        text: `The story gave a wrong number in its paragraph ${n + 1}. It has been put right.`,
        story: link(trail(n).href, trail(n).headline),
      })),
      pagination: secondOfNine,
    },
  },
  'no correction': { page: { ...page, entries: [] } },
} satisfies Record<string, { page: CorrectionsPage }>;
