import { freshness, head, heading, paragraph, time } from '@/components/sample';
import type { StandingPageModel } from '@/lib/page-models/model';

export const examples = {
  about: {
    page: {
      kind: 'standing',
      ...freshness,
      head,
      title: 'About PRISM News',
      description: 'Who publishes PRISM News, what it covers and how its stories are put together.',
      updated: time('2026-10-05T09:00:00Z', '5 October 2026, 09:00 UTC'),
      body: [
        paragraph(
          'PRISM News is a news site published by Liabooks. It has six sections, and every story belongs to exactly one of them.',
        ),
        heading('How a story is put together', 'how-a-story-is-put-together'),
        paragraph(
          'Each story carries the byline of a desk, which answers for its accuracy. At its foot the story names its sources.',
        ),
      ],
    },
  },
} satisfies Record<string, { page: StandingPageModel }>;
