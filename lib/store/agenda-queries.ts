import type { PrismaClient } from './generated/client';

/** More than any newsroom plans. */
const MOST_PLANS = 1_000;

/** What is going to happen to a story, or may: drafts wait for an editor. */
export type Plan = Readonly<{
  what: 'appears' | 'is withdrawn' | 'draft';
  /** Of a draft, null. */
  at: Date | null;
  section: string;
  slug: string;
  headline: string;
}>;

/** What time alone will bring about, soonest first, then the drafts by their slugs. */
export async function listAgenda(client: PrismaClient, now: Date): Promise<readonly Plan[]> {
  return client.$queryRaw<Plan[]>`
    SELECT plan.what, plan.at, section.slug AS section, plan.slug, plan.headline FROM (
      (SELECT 'appears' AS what, visible_from AS at, section_id, slug, headline FROM article
       WHERE visible_from > ${now} AND NOT draft AND (withdrawn_at IS NULL OR withdrawn_at > visible_from)
       ORDER BY visible_from LIMIT ${MOST_PLANS})
      UNION ALL
      (SELECT 'is withdrawn', withdrawn_at, section_id, slug, headline FROM article
       WHERE withdrawn_at > ${now} AND NOT draft ORDER BY withdrawn_at LIMIT ${MOST_PLANS})
      UNION ALL
      (SELECT 'draft', NULL, section_id, slug, headline FROM article
       WHERE visible_from = timestamptz '9999-12-31T00:00:00Z' AND draft LIMIT ${MOST_PLANS})
    ) plan JOIN section ON section.id = plan.section_id
    ORDER BY plan.at NULLS LAST, plan.slug`;
}
