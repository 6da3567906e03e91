import { trail, trails } from '@/components/sample';
import type { MostRead, Trail } from '@/lib/page-models/model';

const ranked = (stories: readonly Trail[]) =>
  stories.map((story): Trail => ({ ...story, kicker: null }));

export const fiveOfEach: MostRead = {
  today: ranked(trails(3, 5)),
  week: ranked([trail(5), trail(30), trail(3), ...trails(31, 2)]),
};

export const nothing: MostRead = { today: [], week: [] };

export const examples = {
  'today and this week': { mostRead: fiveOfEach },
  'this week alone': { mostRead: { ...fiveOfEach, today: [] } },
  'three of a section': {
    mostRead: { today: fiveOfEach.today.slice(0, 3), week: [] },
    showSection: false,
  },
  'in another script': {
    mostRead: {
      today: [
        trail(0, {
          language: 'ar',
          kicker: null,
          headline: 'محادثات ميامي «مثمرة» لكن دون اختراق',
        }),
        ...ranked(trails(1, 2)),
      ],
      week: [],
    },
  },
} satisfies Record<string, { mostRead: MostRead; showSection?: boolean }>;
