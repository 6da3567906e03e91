import type { WithdrawnRecord } from '@/lib/store/records';
import { articleKey, sectionKey } from '@/lib/text/page-keys';
import { buildHead } from './head';
import type { WithdrawnPage } from './model';
import { buildInstant } from './times';
import { articleHref, sectionLink } from './trail';

/** Says plainly that a story was taken back, and why. */
export function buildWithdrawnPage(record: WithdrawnRecord): WithdrawnPage {
  return {
    kind: 'withdrawn',
    // The story's key is not first: a story that is gone is not read, at whatever address it is told.
    keys: [sectionKey(record.section.slug), articleKey(record.id)],
    modified: record.withdrawnAt,
    head: buildHead({
      title: `Withdrawn: ${record.headline}`,
      description: record.reason,
      path: articleHref(record.section.slug, record.slug),
      indexed: false,
    }),
    headline: record.headline,
    section: sectionLink(record.section),
    withdrawn: buildInstant(record.withdrawnAt),
    reason: record.reason,
  };
}
