import { freshness, head, link, time } from '@/components/sample';
import type { ComparedLine, ComparisonPage } from '@/lib/page-models/model';

const address = '/politics/story-0';

const changed: ComparedLine = {
  kind: 'changed',
  parts: [
    { kind: 'same', text: 'Observers on the coast counted ' },
    { kind: 'removed', text: 'three' },
    { kind: 'added', text: 'two' },
    { kind: 'same', text: ' piers and wrote their names in a book.' },
  ],
};

const page: ComparisonPage = {
  kind: 'comparison',
  ...freshness,
  head,
  section: link('/politics', 'Politics'),
  story: link(
    address,
    'Miami Talks Yield ‘Productive’ Dialogue but No Breakthrough in Ukraine War',
  ),
  language: 'en',
  history: link(`${address}/history`, 'History of this story'),
  from: {
    name: 'version 1',
    at: time('2025-12-22T15:30:00Z', '22 December 2025 at 15:30 UTC'),
  },
  to: { name: 'version 3', at: time('2025-12-23T09:00:00Z', '23 December 2025 at 09:00 UTC') },
  fields: [
    {
      title: 'Headline',
      lines: [
        {
          kind: 'changed',
          parts: [
            { kind: 'same', text: 'Miami Talks Yield ' },
            { kind: 'removed', text: 'Nothing' },
            { kind: 'added', text: '‘Productive’ Dialogue but No Breakthrough in Ukraine War' },
          ],
        },
      ],
    },
    {
      title: 'Text',
      lines: [
        { kind: 'gap', text: '4 paragraphs are unchanged' },
        {
          kind: 'same',
          parts: [
            {
              kind: 'same',
              text: 'Nothing was signed, and both sides said that this was the plan.',
            },
          ],
        },
        changed,
        {
          kind: 'added',
          parts: [
            {
              kind: 'added',
              text: 'A treaty of this kind has been tried before, in other words and under other names.',
            },
          ],
        },
        {
          kind: 'removed',
          parts: [{ kind: 'removed', text: 'The envoys did not answer questions.' }],
        },
        { kind: 'gap', text: '12 paragraphs are unchanged' },
      ],
    },
    {
      title: 'Corrections',
      lines: [
        {
          kind: 'added',
          parts: [
            {
              kind: 'added',
              text: 'An earlier version gave the number of piers as three. There were two.',
            },
          ],
        },
      ],
    },
  ],
  others: [
    {
      title: 'Version 3 and an earlier one',
      links: [link(`${address}/history/2-3`, '2 and 3')],
    },
    {
      title: 'Version 1 and a later one',
      links: [link(`${address}/history/1-2`, '1 and 2')],
    },
  ],
};

export const examples = {
  'three fields': { page },
  'no difference': { page: { ...page, fields: [], others: [] } },
  'one of many versions': {
    page: {
      ...page,
      others: [
        {
          title: 'Version 1 and a later one',
          links: Array.from({ length: 199 }, (_, n) =>
            link(`${address}/history/1-${n + 4}`, `1 and ${n + 4}`),
          ),
        },
      ],
    },
  },
  'right to left': {
    page: {
      ...page,
      language: 'ar',
      story: link(address, 'محادثات ميامي «مثمرة» لكن دون اختراق'),
      fields: [
        {
          title: 'Headline',
          lines: [
            {
              kind: 'changed',
              parts: [
                { kind: 'same', text: 'محادثات ميامي ' },
                { kind: 'removed', text: 'طويلة' },
                { kind: 'added', text: '«مثمرة»' },
                { kind: 'same', text: ' لكن دون اختراق' },
              ],
            },
            { kind: 'gap', text: '12 paragraphs are unchanged' },
          ],
        },
      ],
    },
  },
} satisfies Record<string, { page: ComparisonPage }>;
