import { type Crop, cropAround, type FocalPoint, frameOf, type Size } from './crops';

/** A picture as stored: named for its bytes, measured as browsers turn it. */
export type StoredPicture = Size & Place;

/**
 * @property folder where its renditions are, if not where those of published stories are
 * @property colour the mean of its own, `#aabbcc`, where that is known
 */
type Place = Readonly<{ hash: string; folder?: string; colour?: string | null }>;

/** The formats that readers get, whatever an editor handed in. */
export const mediaTypes = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
} as const;

export type Format = keyof typeof mediaTypes;

/** One file that readers are offered of a picture: a part of it, at one size, in one format. */
export type Rendition = Size & Readonly<{ crop: Crop | null; format: Format }>;

/** Once, twice and three times what phones of 360 and 390 pixels show, then what desks do. */
const WIDTHS = [360, 720, 1080, 1440, 1920];
const WIDEST = 1920;
/** For browsers that choose nothing, and where styles are off. */
const FALLBACK = 720;

/** What is nearer than this to the widest is not worth a file of its own. */
const STEP = 7 / 8;

/** The crop of lists. */
export function trailCrop(picture: Size, focalPoint: FocalPoint): Crop | null {
  return cropAround(picture, '8x5', focalPoint);
}

/**
 * The crop of a story's own picture on phones: none, but for a panorama, which would be a strip no
 * taller than two lines of its headline.
 */
export function phoneCrop(picture: Size, focalPoint: FocalPoint): Crop | null {
  const isPanorama = picture.width > 2 * picture.height;
  return isPanorama ? cropAround(picture, '3x2', focalPoint) : null;
}

/** What every browser can show of a picture or of a part of it. */
export function fallbackOf(picture: Size, crop: Crop | null): Rendition {
  return rendition(picture, crop, 'jpg', FALLBACK);
}

/** The sizes to choose from, narrowest first; none is larger than the original. */
export function choiceOf(
  picture: Size,
  crop: Crop | null,
  format: 'avif' | 'webp',
): readonly Rendition[] {
  const widest = Math.min(frameOf(picture, crop).width, WIDEST);
  const widths = [...WIDTHS.filter((width) => width <= widest * STEP), widest];
  return widths.map((width) => rendition(picture, crop, format, width));
}

/**
 * Every rendition there is of a picture: no other is ever made, whatever is asked for.
 * @param focalPoints of the stories that it stands for
 */
export function renditionsOf(
  picture: Size,
  focalPoints: readonly FocalPoint[],
): readonly Rendition[] {
  const crops = [
    null,
    ...focalPoints.flatMap((point) => [trailCrop(picture, point), phoneCrop(picture, point)]),
  ];
  return crops.flatMap((crop) => [
    ...choiceOf(picture, crop, 'avif'),
    ...choiceOf(picture, crop, 'webp'),
    fallbackOf(picture, crop),
  ]);
}

function rendition(picture: Size, crop: Crop | null, format: Format, widest: number): Rendition {
  const frame = frameOf(picture, crop);
  const width = Math.min(frame.width, widest);
  const height = Math.max(1, Math.round((width * frame.height) / frame.width));
  return { crop, format, width, height };
}

/** Its name among the renditions of its picture: `720.avif`, or `8x5-37-720.avif` for a crop. */
export function renditionName({ crop, width, format }: Rendition): string {
  return `${crop === null ? '' : `${crop.shape}-${crop.at}-`}${width}.${format}`;
}

/** Where a rendition is served, immutable. */
export function renditionPath({ hash, folder = '/media/' }: Place, rendition: Rendition): string {
  return `${folder}${hash}-${renditionName(rendition)}`;
}

/** The parts of a file name of `renditionPath`, or null. It need not be one that exists. */
export function parseRenditionFile(file: string): Readonly<{ hash: string; name: string }> | null {
  const [, hash, name] = /^([0-9a-f]{32})-([0-9a-z-]{1,24}\.(?:avif|webp|jpg))$/.exec(file) ?? [];
  return hash === undefined || name === undefined ? null : { hash, name };
}
