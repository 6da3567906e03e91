import type { ArticleDocument } from '@/lib/document/documents';
import { storyHash } from '@/lib/document/story-hash';
import type { Database } from './client';
import { lastDocuments } from './publish-revisions';

/**
 * Stories whose files are gone as they are to be written when they are taken back, by id: as they were
 * published last, withdrawn now.
 */
export async function withdrawalsOf(
  db: Database,
  ids: readonly string[],
  reason: string,
  now: Date,
): Promise<ReadonlyMap<string, ArticleDocument>> {
  const withdrawn = new Map<string, ArticleDocument>();
  if (ids.length === 0) return withdrawn;
  for (const [id, document] of await lastDocuments(db, ids)) {
    const story = reviveDocument(document);
    const at = now > story.firstPublishedAt ? now : story.firstPublishedAt;
    const taken = { ...story, id, withdrawn: { at, reason } };
    withdrawn.set(id, { ...taken, contentHash: storyHash(taken) });
  }
  return withdrawn;
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
