import { database } from './client';
import { Prisma } from './generated/client';
import type { CorrectionRecord } from './records';
import { findPage, type LongList } from './trail-lists';
import { pageWindow } from './trails';
import { visibleAt } from './visibility';

const CORRECTIONS: LongList = {
  ...{ list: 'correction', listId: Prisma.sql`0`, months: null },
  ...{ table: Prisma.sql`correction`, alias: 'correction' },
  id: Prisma.sql`correction.article_id`,
  at: Prisma.sql`correction.at`,
  within: Prisma.sql`true`,
};

/** One page (from 1) of the corrections of visible stories, newest first. */
export async function listCorrections(
  now: Date,
  page: number,
): Promise<Readonly<{ corrections: readonly CorrectionRecord[]; total: number }>> {
  const { total, end, skip } = await findPage(CORRECTIONS, now, page);
  if (end === null) return { corrections: [], total };
  const rows = await database().correction.findMany({
    where: { at: { lt: end }, ...visibleAt(now) },
    select: {
      at: true,
      text: true,
      article: {
        select: { id: true, slug: true, headline: true, section: { select: { slug: true } } },
      },
    },
    orderBy: [{ at: 'desc' }, { articleId: 'desc' }, { position: 'desc' }],
    take: pageWindow(page).take,
    skip,
  });
  return {
    corrections: rows.map(({ at, text, article: { section, ...story } }) => ({
      at,
      text,
      story: { ...story, sectionSlug: section.slug },
    })),
    total,
  };
}
