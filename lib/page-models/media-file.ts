import { isDatabaseAway } from '@/lib/store/health-queries';
import {
  findMedia,
  findOriginal,
  findRendition,
  keepRendition,
  listFocalPoints,
} from '@/lib/store/media-queries';
import {
  type Format,
  mediaTypes,
  parseRenditionFile,
  renditionName,
  renditionsOf,
} from '@/lib/text/renditions';
import { makeRendition } from './make-rendition';

export type MediaFile = Readonly<{ mediaType: string; bytes: Uint8Array<ArrayBuffer> }>;

/**
 * The rendition served as `/media/{file}`, as of `now`: made when it is first asked for, and kept.
 * Null when there is none of that very name, `away` while the database cannot say.
 */
export async function loadMediaFile(file: string, now: Date): Promise<MediaFile | null | 'away'> {
  const asked = parseRenditionFile(file);
  if (asked === null) return null;
  const format = asked.name.slice(asked.name.indexOf('.') + 1) as Format;
  try {
    const bytes =
      (await findRendition(asked.hash, asked.name, now)) ??
      (await makeAndKeep(asked.hash, asked.name, now));
    return bytes && { mediaType: mediaTypes[format], bytes };
  } catch (error) {
    if (isDatabaseAway(error)) return 'away';
    throw error;
  }
}

/** Null when no such rendition exists: then nothing was read but a few numbers. */
async function makeAndKeep(
  hash: string,
  name: string,
  now: Date,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const picture = await findMedia(hash, now);
  if (picture === null) return null;
  const renditions = renditionsOf(picture, await listFocalPoints(hash, now));
  const wanted = renditions.find((rendition) => renditionName(rendition) === name);
  if (wanted === undefined) return null;
  const bytes = await makeRendition(await findOriginal(hash), picture, wanted);
  await keepRendition(hash, name, bytes);
  return bytes;
}
