import { publication } from '@/lib/site/publication';
import { listCorrections } from '@/lib/store/corrections-queries';
import { buildHead } from './head';
import type { CorrectionsPage } from './model';
import { buildPagination, pageCountOf, pageHref } from './pagination';
import { buildInstant } from './times';
import { articleHref } from './trail';

/** Every correction, newest first; null past the end. */
export async function loadCorrectionsPage(
  page: number | null,
  now: Date,
): Promise<CorrectionsPage | null> {
  if (page === null) return null;
  const { corrections, total } = await listCorrections(now, page);
  const pageCount = pageCountOf(total);
  if (page > pageCount) return null;
  return {
    kind: 'corrections',
    head: buildHead({
      title: 'Corrections',
      description: `Every correction that ${publication.name} has made, newest first.`,
      path: pageHref('/corrections', page),
    }),
    entries: corrections.map(({ at, text, story }) => ({
      at: buildInstant(at),
      text,
      story: { href: articleHref(story.sectionSlug, story.slug), text: story.headline },
    })),
    pagination: buildPagination('/corrections', page, pageCount),
  };
}
