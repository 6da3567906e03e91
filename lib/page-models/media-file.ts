import { previewKey } from '@/lib/site/preview-key';
import { readPreviewToken } from '@/lib/site/preview-links';
import { isDatabaseAway } from '@/lib/store/health-queries';
import { makeRendition } from '@/lib/store/make-rendition';
import {
  findMedia,
  findOriginal,
  findRendition,
  keepRendition,
  listFocalPoints,
  type Sight,
  shownAt,
  shownIn,
} from '@/lib/store/media-queries';
import {
  type Format,
  mediaTypes,
  parseRenditionFile,
  renditionName,
  renditionsOf,
} from '@/lib/text/renditions';

export type MediaFile = Readonly<{ mediaType: string; bytes: Uint8Array<ArrayBuffer> }>;

/**
 * The rendition served as `/media/{file}`, as of `now`: made when it is first asked for, if it is not yet,
 * and kept. Null when there is none of that very name, `away` while the database cannot say.
 */
export async function loadMediaFile(file: string, now: Date): Promise<MediaFile | null | 'away'> {
  return loadFrom(file, shownAt(now));
}

/** The same for a picture of the story that a token is a ticket for, whether readers see it or not. */
export async function loadPreviewMediaFile(
  token: string,
  file: string,
  now: Date,
): Promise<MediaFile | null | 'away'> {
  const ticket = readPreviewToken(await previewKey(), token, now);
  return ticket === null ? null : loadFrom(file, shownIn(ticket.id));
}

async function loadFrom(file: string, sight: Sight): Promise<MediaFile | null | 'away'> {
  const asked = parseRenditionFile(file);
  if (asked === null) return null;
  const format = asked.name.slice(asked.name.indexOf('.') + 1) as Format;
  try {
    const bytes =
      (await findRendition(asked.hash, asked.name, sight)) ??
      (await makeAndKeep(asked.hash, asked.name, sight));
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
  sight: Sight,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const picture = await findMedia(hash, sight);
  if (picture === null) return null;
  const renditions = renditionsOf(picture, await listFocalPoints(hash, sight));
  const wanted = renditions.find((rendition) => renditionName(rendition) === name);
  if (wanted === undefined) return null;
  const bytes = await makeRendition(await findOriginal(hash), picture, wanted);
  await keepRendition(hash, name, bytes);
  return bytes;
}
