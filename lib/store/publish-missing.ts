import type { ArticleDocument } from '@/lib/document/documents';
import { storyHash } from '@/lib/document/story-hash';
import type { Database } from './client';
import type { StoredArticle, WrittenArticle } from './publish-plan';
import { lastDocuments } from './publish-revisions';

/**
 * Stories whose files are gone as they are to be written when they are taken back: as they were
 * published last, withdrawn now. What is withdrawn already stays as it is.
 */
export async function withdrawalsOf(
  db: Database,
  missing: readonly StoredArticle[],
  reason: string,
  now: Date,
): Promise<WrittenArticle[]> {
  const last = await lastDocuments(
    db,
    missing.map(({ id }) => id),
  );
  return [...last].flatMap(([id, document]) => {
    const story = reviveDocument(document);
    if (story.withdrawn !== null) return [];
    const at = now > story.firstPublishedAt ? now : story.firstPublishedAt;
    const withdrawn = { ...story, id, withdrawn: { at, reason } };
    return [{ id, from: null, document: { ...withdrawn, contentHash: storyHash(withdrawn) } }];
  });
}

/** A document out of a revision: JSON knows no dates, and earlier versions of the paper fewer fields. */
export function reviveDocument(stored: object): ArticleDocument {
  const { withdrawn, corrections, ...document } = {
    ...{
      id: null,
      image: null,
      draft: false,
      changeNote: null,
      minor: false,
      reusesAddress: false,
    },
    ...(stored as ArticleDocument),
  };
  return {
    ...document,
    firstPublishedAt: new Date(document.firstPublishedAt),
    contentUpdatedAt: new Date(document.contentUpdatedAt),
    embargoedUntil: document.embargoedUntil && new Date(document.embargoedUntil),
    withdrawn: withdrawn && { ...withdrawn, at: new Date(withdrawn.at) },
    corrections: corrections.map(({ at, ...correction }) => ({ at: new Date(at), ...correction })),
  };
}
