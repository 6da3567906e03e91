import { previewKey } from '@/lib/site/preview-key';
import { PREVIEW, readPreviewToken } from '@/lib/site/preview-links';
import { publication } from '@/lib/site/publication';
import { findAnyArticle } from '@/lib/store/article-queries';
import { findReadOn } from '@/lib/store/read-on-queries';
import { buildArticlePage } from './article-page';
import type { Picture, PreviewPage } from './model';
import { buildInstant } from './times';

/**
 * The story that a token is a ticket for, as readers will see it; null where the token is none, or
 * the story is gone.
 */
export async function loadPreviewPage(token: string, now: Date): Promise<PreviewPage | null> {
  const ticket = readPreviewToken(await previewKey(), token, now);
  if (ticket === null) return null;
  const record = await findAnyArticle(ticket.id);
  if (record === null) return null;
  const readOn = await findReadOn(record.slug, now, publication.relatedCount);
  const page = buildArticlePage(withPicturesBelow(`${PREVIEW}${token}/`, record), readOn);
  const story = { ...page, history: null };
  const { article: _, ...head } = story.head;
  return {
    kind: 'preview',
    keys: [],
    modified: null,
    head: { ...head, indexed: false, images: [], alternates: [] },
    story,
    status: statusOf(record, now),
    ends: buildInstant(ticket.ends),
  };
}

/** The record, its pictures served below `folder`: elsewhere there are only those of published stories. */
function withPicturesBelow(folder: string, record: StoredStory): StoredStory {
  const moved = (picture: Picture) => ({ ...picture, folder });
  const { image, body } = record;
  return {
    ...record,
    image: image && { ...image, picture: moved(image.picture) },
    body: body.map((block) =>
      block.type === 'image' ? { ...block, picture: moved(block.picture) } : block,
    ),
  };
}

type StoredStory = NonNullable<Awaited<ReturnType<typeof findAnyArticle>>>;

/** In words: what readers see of the story now. */
function statusOf({ draft, visibleFrom, isWithdrawn }: StoredStory, now: Date): string {
  if (draft) return 'This is a draft.';
  if (isWithdrawn) return 'This story is withdrawn.';
  if (visibleFrom <= now) return 'This story is published.';
  return `Readers will see this story from ${buildInstant(visibleFrom).text}.`;
}
