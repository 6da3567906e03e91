import { publication } from '@/lib/site/publication';
import { listCorrections } from '@/lib/store/corrections-queries';
import type { CorrectionRecord } from '@/lib/store/records';
import { pageKeys } from '@/lib/text/page-keys';
import { keysOf, latest } from './freshness';
import { buildHead } from './head';
import type { CorrectionsPage } from './model';
import { buildPagination, lastIndexedPage, pageCountOf, pageHref } from './pagination';
import { buildInstant } from './times';
import { articleHref } from './trail';

/** Every correction, newest first; null past the end. */
export async function loadCorrectionsPage(
  page: number | null,
  now: Date,
): Promise<CorrectionsPage | null> {
  if (page === null) return null;
  const { corrections, total } = await listCorrections(now, page);
  return page > pageCountOf(total) ? null : buildCorrectionsPage(corrections, page, total);
}

export function buildCorrectionsPage(
  corrections: readonly CorrectionRecord[],
  page: number,
  total: number,
): CorrectionsPage {
  return {
    kind: 'corrections',
    keys: keysOf(
      [pageKeys.corrections],
      corrections.map(({ story }) => story),
    ),
    modified: latest(corrections.map(({ at }) => at)),
    head: buildHead({
      title: 'Corrections',
      description: `Every correction that ${publication.name} has made, newest first.`,
      path: pageHref('/corrections', page),
      indexed: page <= lastIndexedPage,
    }),
    entries: corrections.map(({ at, text, story }) => ({
      at: buildInstant(at),
      text,
      story: { href: articleHref(story.sectionSlug, story.slug), text: story.headline },
    })),
    pagination: buildPagination('/corrections', page, pageCountOf(total)),
  };
}
