import { fiveOfEach, nothing } from '@/components/most-read/most-read.examples';
import {
  freshness,
  head,
  link,
  onePage,
  paragraph,
  secondOfNine,
  topics,
  trail,
  trailImage,
  trails,
} from '@/components/sample';
import type { ListPage } from '@/lib/page-models/model';

const section: ListPage = {
  kind: 'section',
  ...freshness,
  head,
  label: 'Section',
  title: 'World',
  description:
    'Wars, treaties, alliances and borders, and the history that explains where they stand.',
  biography: null,
  subject: null,
  breadcrumbs: [link('/', 'Front page')],
  navigation: [],
  countText: '171 stories',
  plot: null,
  trails: [trail(1, { image: trailImage }), ...trails(2, 7)],
  mostRead: nothing,
  pagination: secondOfNine,
  feeds: [link('/world/feed.xml', 'RSS'), link('/world/feed.atom', 'Atom')],
};

const arabic = {
  headline: 'محادثات ميامي «مثمرة» لكن دون اختراق',
  standfirst: 'قال مبعوثون من الولايات المتحدة وأوكرانيا إن المحادثات كانت مثمرة.',
};

const months = ['January', 'February', 'March', 'October', 'November', 'December'];

export const examples = {
  'a section': { page: section },
  'a section of which much is read': {
    page: {
      ...section,
      trails: [...section.trails, ...trails(40, 4)],
      mostRead: fiveOfEach,
      pagination: onePage,
    },
  },
  'a tag with children': {
    page: {
      ...section,
      kind: 'tag',
      label: 'Tag',
      title: 'Diplomacy',
      countText: '45 stories',
      navigation: [
        { title: 'More precisely', links: topics.slice(0, 4) },
        { title: 'Often together with', links: topics.slice(4) },
      ],
      plot: {
        counts: [3, 5, 0, 0, 8, 13, 21, 34, 20, 11, 4, 1, 0, 2, 6, 9, 9, 7, 3, 2, 5, 4, 3, 1],
        caption: 'Stories per month, January 2024 to December 2025',
        gist: '171 stories in 24 months, most in August 2024: 34',
      },
      pagination: onePage,
    },
  },
  'an author': {
    page: {
      ...section,
      kind: 'author',
      label: 'By',
      title: 'World desk',
      description: null,
      biography: [paragraph('The World desk covers wars, treaties, alliances and borders.')],
      pagination: onePage,
    },
  },
  'a year of the archive': {
    page: {
      ...section,
      kind: 'archive',
      label: 'Archive',
      title: '2025',
      description: null,
      breadcrumbs: [link('/', 'Front page'), link('/archive', 'Archive')],
      navigation: [
        {
          title: 'Months',
          links: months.map((month, n) => ({
            ...link(`/archive/2025/${n}`, `${month} 2025`),
            count: n * 3 + 1,
          })),
        },
        {
          title: 'Other years',
          links: [link('/archive/2024', '2024'), link('/archive/2026', '2026')],
        },
      ],
      pagination: onePage,
    },
  },
  'one story': {
    page: {
      ...section,
      countText: '1 story',
      trails: trails(4, 1),
      pagination: onePage,
    },
  },
  'stories in several languages': {
    page: {
      ...section,
      trails: [
        trail(0, { language: 'ar', kicker: 'حرب أوكرانيا', ...arabic }),
        trail(1, { image: trailImage, language: 'ar', kicker: null, ...arabic }),
        trail(2, { headline: 'What ‘سلام’ promises, and ‘שלום’' }),
        trail(3, {
          headline: `${'Counter'.repeat(12)}proliferation`,
          standfirst: 'A headline of one word that is longer than any screen is wide.',
        }),
      ],
      pagination: onePage,
    },
  },
  'an empty tag': {
    page: {
      ...section,
      kind: 'tag',
      label: 'Tag',
      title: 'Cartography',
      countText: 'No stories yet',
      trails: [],
      pagination: onePage,
    },
  },
} satisfies Record<string, { page: ListPage }>;
