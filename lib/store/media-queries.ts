import { database } from './client';
import { visibleAt } from './visibility';

export type MediaRecord = Readonly<{ hash: string; mediaType: string; bytes: Uint8Array }>;

/** A picture's bytes, if a visible story, a standing page or a biography shows it. */
export async function findMedia(hash: string, now: Date): Promise<MediaRecord | null> {
  return database().media.findFirst({
    where: {
      hash,
      OR: [{ standing: true }, { inStories: { some: { article: visibleAt(now) } } }],
    },
    select: { hash: true, mediaType: true, bytes: true },
  });
}
