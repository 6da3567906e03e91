import { trail, trailImage } from '@/components/sample';
import type { Trail } from '@/lib/page-models/model';
import type { TrailVariant } from './trail';

export const examples = {
  lead: { trail: trail(0), variant: 'lead', level: 3 },
  'lead with a picture': { trail: trail(0, { image: trailImage }), variant: 'lead', level: 3 },
  'second with a picture': { trail: trail(1, { image: trailImage }), variant: 'second', level: 2 },
  brief: { trail: trail(2), variant: 'brief', level: 2 },
  'list item in Arabic, no kicker, no standfirst': {
    trail: trail(3, { language: 'ar', kicker: null, headline: 'محادثات ميامي', standfirst: '' }),
    variant: 'item',
    level: 2,
  },
} satisfies Record<string, { trail: Trail; variant: TrailVariant; level: 2 | 3 }>;
