import { findStandingPage } from '@/lib/store/page-queries';
import { standingPageKey } from '@/lib/text/page-keys';
import { buildHead } from './head';
import type { StandingPageModel } from './model';
import { buildDay } from './times';

/** A page that is no story: about, contact, … */
export async function loadStandingPage(slug: string): Promise<StandingPageModel | null> {
  const record = await findStandingPage(slug);
  if (record === null) return null;
  return {
    kind: 'standing',
    keys: [standingPageKey(slug)],
    modified: record.contentUpdatedAt,
    head: buildHead({
      title: record.title,
      description: record.description,
      path: `/${slug}`,
    }),
    title: record.title,
    description: record.description,
    updated: buildDay(record.contentUpdatedAt),
    body: record.body,
  };
}
