import { freshness, head, link, time } from '@/components/sample';
import type { HistoryPage } from '@/lib/page-models/model';

const address = '/politics/story-0';

const page: HistoryPage = {
  kind: 'history',
  ...freshness,
  head,
  section: link('/politics', 'Politics'),
  story: link(
    address,
    'Miami Talks Yield ‘Productive’ Dialogue but No Breakthrough in Ukraine War',
  ),
  language: 'en',
  summary: '3 versions, newest first.',
  whole: link(`${address}/history/1-3`, 'All that changed since the first version'),
  entries: [
    {
      at: time('2025-12-23T09:00:00Z', '23 December 2025 at 09:00 UTC'),
      title: 'Version 3',
      text: 'Changed. The number of piers was wrong.',
      changes: link(`${address}/history/2-3`, 'What changed since version 2'),
    },
    {
      at: time('2025-12-22T18:05:00Z', '22 December 2025 at 18:05 UTC'),
      title: 'Version 2',
      text: 'Changed. Added the reply of the ministry.',
      changes: link(`${address}/history/1-2`, 'What changed since version 1'),
    },
    {
      at: time('2025-12-22T15:30:00Z', '22 December 2025 at 15:30 UTC'),
      title: 'Version 1',
      text: 'Published.',
      changes: null,
    },
  ],
};

const [, , first] = page.entries;

export const examples = {
  'three versions': { page },
  'a story that did not change': {
    page: {
      ...page,
      summary:
        '1 version, newest first. What the story said before its first version here was not kept.',
      whole: null,
      entries: page.entries.slice(2),
    },
  },
  'withdrawn and restored': {
    page: {
      ...page,
      summary: '2 versions, newest first.',
      whole: null,
      entries: [
        {
          at: time('2025-12-24T12:00:00Z', '24 December 2025 at 12:00 UTC'),
          title: 'Version 2',
          text: 'Restored. The name of the second envoy has been put right.',
          changes: link(`${address}/history/1-2`, 'What changed since version 1'),
        },
        {
          at: time('2025-12-23T20:00:00Z', '23 December 2025 at 20:00 UTC'),
          title: 'Withdrawn',
          text: 'It named a person who was not there.',
          changes: null,
        },
        ...(first === undefined ? [] : [first]),
      ],
    },
  },
  'more versions than are listed': {
    page: {
      ...page,
      summary: '312 versions, newest first. The newest 200 are listed.',
      whole: link(`${address}/history/1-312`, 'All that changed since the first version'),
      entries: Array.from({ length: 200 }, (_, n) => ({
        at: time(`2025-12-22T15:30:00.${String(999 - n)}Z`, '22 December 2025 at 15:30 UTC'),
        title: `Version ${312 - n}`,
        text: 'Changed.',
        changes: link(
          `${address}/history/${311 - n}-${312 - n}`,
          `What changed since version ${311 - n}`,
        ),
      })),
    },
  },
  'right to left': {
    page: {
      ...page,
      language: 'ar',
      story: link(address, 'محادثات ميامي «مثمرة» لكن دون اختراق'),
    },
  },
} satisfies Record<string, { page: HistoryPage }>;
