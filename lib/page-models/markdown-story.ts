import { findArticle, findMovedArticle } from '@/lib/store/article-queries';
import { articleKey, authorKey, pageKeys, sectionKey, tagKey } from '@/lib/text/page-keys';
import { changedAt, latest } from './freshness';
import type { Freshness, WithdrawnPage } from './model';
import type { Moved } from './page';
import { buildSyndicatedStory, markdownPath, type SyndicatedStory } from './syndicated-story';
import { articleHref } from './trail';
import { buildWithdrawnPage } from './withdrawn-page';

/** A story alone, with nothing around it. */
export type MarkdownStory = Freshness & Readonly<{ kind: 'markdown'; story: SyndicatedStory }>;

/** The story under a slug as of `now`; moved when it stands under another section or slug. */
export async function loadMarkdownStory(
  sectionSlug: string,
  slug: string,
  now: Date,
): Promise<MarkdownStory | WithdrawnPage | Moved | null> {
  const record = await findArticle(slug, now);
  if (record === null) {
    const moved = await findMovedArticle(slug, now);
    return moved && movedTo(moved.sectionSlug, moved.slug);
  }
  if (record.section.slug !== sectionSlug) return movedTo(record.section.slug, record.slug);
  if (record.kind === 'withdrawn') return buildWithdrawnPage(record);
  const story = buildSyndicatedStory(record);
  return {
    kind: 'markdown',
    keys: [
      articleKey(record.id),
      sectionKey(record.section.slug),
      ...record.tags.map(({ slug }) => tagKey(slug)),
      ...record.authors.map(({ slug }) => authorKey(slug)),
      pageKeys.frame,
    ],
    modified: latest([changedAt(record), story.updated]),
    story,
  };
}

function movedTo(sectionSlug: string, slug: string): Moved {
  return { kind: 'moved', href: markdownPath(articleHref(sectionSlug, slug)) };
}
