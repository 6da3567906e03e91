import { findArticle, findMovedArticle } from '@/lib/store/article-queries';
import type { ArticleRecord } from '@/lib/store/records';
import type { WithdrawnPage } from './model';
import { articleHref } from './trail';
import { buildWithdrawnPage } from './withdrawn-page';

/** The one address of a story that stands under another section or slug than was asked for. */
type Elsewhere = Readonly<{ movedTo: string }>;

/** What stands at a story's address as of `now`, and at all that hangs from it. */
export async function findStoryAt(
  sectionSlug: string,
  slug: string,
  now: Date,
): Promise<ArticleRecord | WithdrawnPage | Elsewhere | null> {
  const record = await findArticle(slug, now);
  if (record === null) {
    const moved = await findMovedArticle(slug, now);
    return moved && { movedTo: articleHref(moved.sectionSlug, moved.slug) };
  }
  if (record.section.slug !== sectionSlug) {
    return { movedTo: articleHref(record.section.slug, record.slug) };
  }
  return record.kind === 'withdrawn' ? buildWithdrawnPage(record) : record;
}
