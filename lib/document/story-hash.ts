import { contentHash } from './content-hash';
import type { ArticleDocument } from './documents';

/**
 * SHA-256 (hex) of what can be seen of a story: what only publishing asks is left out. Fields that
 * came later count when they say something, so that a story without them keeps its hash.
 */
export function storyHash(document: Omit<ArticleDocument, 'contentHash'>): string {
  const { id, file, minor, reusesAddress, draft, changeNote, ...seen } = {
    ...document,
    contentHash: undefined,
  };
  return contentHash({
    ...seen,
    ...(draft ? { draft } : {}),
    ...(changeNote === null ? {} : { changeNote }),
  });
}
