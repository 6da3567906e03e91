/** A picture's size in pixels, as browsers turn it. */
export type Size = Readonly<{ width: number; height: number }>;

/** The spot that a crop must keep, from the left and top edges, 0 to 1. */
export type FocalPoint = Readonly<{ x: number; y: number }>;

/** The shapes that pictures are cut to, named as in addresses: width x height. */
const shapes = { '8x5': 8 / 5, '3x2': 3 / 2 } as const;

export type Shape = keyof typeof shapes;

/**
 * A part of a picture. `at` is how much of what is cut off lies before it, left or above, in per
 * cent: what `object-position` says in CSS. Whole numbers, so that an address can hold it.
 */
export type Crop = Readonly<{ shape: Shape; at: number }>;

/** A part of a picture in its pixels. */
export type Frame = Size & Readonly<{ left: number; top: number }>;

/** A cut of less than this share of a side is not seen, and not made. */
const UNSEEN = 0.01;

/** The crop with the focal point as near to its middle as can be; null where all of it is shown. */
export function cropAround(picture: Size, shape: Shape, focalPoint: FocalPoint): Crop | null {
  const size = cutTo(picture, shape);
  const [side, part, focus] =
    size.width < picture.width
      ? [picture.width, size.width, focalPoint.x]
      : [picture.height, size.height, focalPoint.y];
  const cut = side - part;
  if (cut < side * UNSEEN) return null;
  const before = Math.min(Math.max(focus * side - part / 2, 0), cut);
  return { shape, at: Math.round((100 * before) / cut) };
}

/** Where a crop lies; all of the picture where there is none. */
export function frameOf(picture: Size, crop: Crop | null): Frame {
  if (crop === null) return { left: 0, top: 0, width: picture.width, height: picture.height };
  const { width, height } = cutTo(picture, crop.shape);
  const before = (all: number, part: number) => Math.round(((all - part) * crop.at) / 100);
  return {
    left: before(picture.width, width),
    top: before(picture.height, height),
    width,
    height,
  };
}

/** The largest size of that shape in the picture: one of its sides is the picture's own. */
function cutTo({ width, height }: Size, shape: Shape): Size {
  const ratio = shapes[shape];
  return {
    width: Math.max(1, Math.min(width, Math.round(height * ratio))),
    height: Math.max(1, Math.min(height, Math.round(width / ratio))),
  };
}
