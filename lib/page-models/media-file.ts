import { isDatabaseAway } from '@/lib/store/health-queries';
import { findMedia } from '@/lib/store/media-queries';
import { mediaPath, parseMediaFile } from '@/lib/text/media-path';

export type MediaFile = Readonly<{ hash: string; mediaType: string; bytes: Uint8Array }>;

/**
 * The picture served as `/media/{file}`, as of `now`; null when there is none of that very name,
 * `away` while the database cannot say.
 */
export async function loadMediaFile(file: string, now: Date): Promise<MediaFile | null | 'away'> {
  const hash = parseMediaFile(file);
  if (hash === null) return null;
  const media = await findMedia(hash, now).catch((error: unknown) => {
    if (isDatabaseAway(error)) return 'away' as const;
    throw error;
  });
  if (media === 'away') return media;
  return media !== null && mediaPath(media) === `/media/${file}` ? media : null;
}
