import type { RelatedRecord } from '@/lib/store/records';
import { formatList } from '@/lib/text/counts';
import type { RelatedTrail } from './model';
import { buildTrail } from './trail';

/** Shared tags named in a reason; more would hide the strongest. */
const namedTags = 3;

export function buildRelated({ trail, reason }: RelatedRecord): RelatedTrail {
  return { trail: buildTrail(trail), reason: wordReason(reason, trail.section.name) };
}

function wordReason(reason: RelatedRecord['reason'], section: string): string {
  switch (reason.kind) {
    case 'pinned':
      return 'Chosen by the editors';
    case 'tags':
      return `Also on ${formatList(reason.names.slice(0, namedTags))}`;
    case 'text':
      return 'On a similar subject';
    case 'section':
      return `More from ${section}`;
  }
}
