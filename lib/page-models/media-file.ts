import { findMedia } from '@/lib/store/media-queries';
import { mediaPath, parseMediaFile } from '@/lib/text/media-path';

export type MediaFile = Readonly<{ hash: string; mediaType: string; bytes: Uint8Array }>;

/** The picture served as `/media/{file}`, as of `now`; null when there is none of that very name. */
export async function loadMediaFile(file: string, now: Date): Promise<MediaFile | null> {
  const hash = parseMediaFile(file);
  const media = hash === null ? null : await findMedia(hash, now);
  return media !== null && mediaPath(media) === `/media/${file}` ? media : null;
}
