import { freshness, head, link, time } from '@/components/sample';
import type { WithdrawnPage } from '@/lib/page-models/model';

export const examples = {
  'a withdrawn story': {
    page: {
      kind: 'withdrawn',
      ...freshness,
      head,
      headline: 'Harbour toll to double next year',
      section: link('/business', 'Business'),
      withdrawn: time('2025-12-22T15:30:00Z', '22 December 2025, 15:30 UTC'),
      reason: 'The document it rested on turned out to be a draft that was never adopted.',
    },
  },
} satisfies Record<string, { page: WithdrawnPage }>;
