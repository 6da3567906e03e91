import { fiveOfEach, nothing } from '@/components/most-read/most-read.examples';
import {
  freshness,
  head,
  link,
  sections,
  topics,
  trail,
  trailImage,
  trails,
} from '@/components/sample';
import type { FrontPage } from '@/lib/page-models/model';

const blocks = sections.map((section, n) => ({
  section,
  description:
    'Wars, treaties, alliances and borders, and the history that explains where they stand.',
  trails: trails(20 + n * 5, 4),
}));

const full: FrontPage = {
  kind: 'front',
  ...freshness,
  head,
  lead: trail(0),
  seconds: trails(1, 6),
  briefs: trails(7, 8),
  mostRead: fiveOfEach,
  sections: blocks,
  topics,
  feeds: [link('/feed.xml', 'RSS'), link('/feed.atom', 'Atom')],
};

export const examples = {
  'no picture at all': { page: full },
  pictures: {
    page: {
      ...full,
      lead: trail(0, { image: trailImage }),
      seconds: [trail(1, { image: trailImage }), ...trails(2, 2)],
      sections: blocks.map((block, n) =>
        n === 1
          ? { ...block, trails: [trail(90, { image: trailImage }), ...trails(91, 3)] }
          : block,
      ),
    },
  },
  'two stories': {
    page: {
      ...full,
      seconds: trails(1, 1),
      briefs: [],
      mostRead: nothing,
      sections: [],
      topics: [],
    },
  },
  'two hundred stories': {
    page: {
      ...full,
      seconds: trails(1, 9),
      briefs: trails(10, 40),
      sections: blocks.map((block, n) => ({ ...block, trails: trails(50 + n * 25, 25) })),
    },
  },
  'nothing yet': {
    page: {
      ...full,
      lead: null,
      seconds: [],
      briefs: [],
      mostRead: nothing,
      sections: [],
      topics: [],
    },
  },
} satisfies Record<string, { page: FrontPage }>;
