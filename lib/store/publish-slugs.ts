import type { Database } from './client';

/** Addresses of the stories that the plan has to write (see publish-plan). */

/**
 * A slug that comes to life again is no old slug any more; and stories that change slugs among
 * themselves leave theirs before any of them takes another.
 */
export async function freeSlugs(db: Database): Promise<void> {
  await db.$executeRaw`
    DELETE FROM old_slug USING plan WHERE plan.slug = old_slug.slug AND plan.step <> 'same'`;
  await db.$executeRaw`
    UPDATE article SET slug = 'moving-' || article.id
    FROM plan leaving JOIN plan taking ON taking.slug = leaving.old_slug AND taking.step <> 'same'
    WHERE leaving.story = article.id AND leaving.step = 'change' AND leaving.old_slug <> leaving.slug`;
}

/**
 * Old slugs are added or moved, never dropped: an address once given keeps leading somewhere. One
 * that another story has taken, or has for an alias, leads to that one.
 */
export async function writeOldSlugs(db: Database): Promise<void> {
  await db.$executeRaw`
    INSERT INTO old_slug (slug, article_id)
    SELECT DISTINCT ON (given.slug) given.slug, plan.story
    FROM plan CROSS JOIN unnest(plan.aliases || plan.old_slug) AS given (slug)
    WHERE plan.step IN ('create', 'change') AND given.slug IS NOT NULL
      AND NOT EXISTS (SELECT FROM plan living WHERE living.slug = given.slug AND living.step <> 'same')
    ORDER BY given.slug, given.slug = plan.old_slug, plan.number
    ON CONFLICT (slug) DO UPDATE SET article_id = excluded.article_id`;
}
