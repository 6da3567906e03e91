import { database } from './client';
import type { CorrectionRecord } from './records';
import { pageWindow } from './trails';
import { visibleAt } from './visibility';

/** One page (from 1) of the corrections of visible stories, newest first. */
export async function listCorrections(
  now: Date,
  page: number,
): Promise<Readonly<{ corrections: readonly CorrectionRecord[]; total: number }>> {
  const where = { article: visibleAt(now) };
  const [rows, total] = await Promise.all([
    database().correction.findMany({
      where,
      select: {
        at: true,
        text: true,
        article: {
          select: { id: true, slug: true, headline: true, section: { select: { slug: true } } },
        },
      },
      orderBy: [{ at: 'desc' }, { articleId: 'desc' }, { position: 'desc' }],
      ...pageWindow(page),
    }),
    database().correction.count({ where }),
  ]);
  return {
    corrections: rows.map(({ at, text, article: { section, ...story } }) => ({
      at,
      text,
      story: { ...story, sectionSlug: section.slug },
    })),
    total,
  };
}
