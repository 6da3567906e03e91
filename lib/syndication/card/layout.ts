import { type CardShape, cardShapes } from '@/lib/text/card-path';

/** In pixels, from the card's upper left corner. */
export type Box = Readonly<{ left: number; top: number; width: number; height: number }>;

export type CardLayout = Readonly<{
  width: number;
  height: number;
  picture: Box | null;
  headline: Box;
  /** Section and day, in one line above the headline. */
  label: Box;
  /** The paper's name, with the light that enters it and the spectrum that leaves. */
  nameplate: Box;
  largestHeadline: number;
}>;

/** Height of the spectrum along the upper edge. */
export const EDGE = 14;
const MARGIN = 64;
const LABEL = 40;
const NAMEPLATE = 60;
const GAP = 26;

/** Where everything stands: a picture at the right of a wide card, on top of a high one. */
export function layOut(shape: CardShape, hasPicture: boolean): CardLayout {
  const { width, height } = cardShapes[shape];
  const beside = width / height > 1.5;
  const picture = hasPicture ? pictureBox(width, height, beside) : null;
  const column = picture !== null && beside ? picture.left : width;
  const start = picture !== null && !beside ? picture.height : EDGE;
  const inner = column - 2 * MARGIN;
  const label = { left: MARGIN, top: start + MARGIN - 12, width: inner, height: LABEL };
  const nameplate = {
    left: MARGIN,
    top: height - MARGIN - NAMEPLATE + 14,
    width: inner,
    height: NAMEPLATE,
  };
  const top = label.top + label.height + GAP - 8;
  return {
    ...{ width, height, picture, label, nameplate },
    headline: { left: MARGIN, top, width: inner, height: nameplate.top - GAP - top },
    largestHeadline: picture === null ? Math.round(height / 6) : 80,
  };
}

function pictureBox(width: number, height: number, beside: boolean): Box {
  if (beside) {
    const left = Math.round(width * 0.56);
    return { left, top: EDGE, width: width - left, height: height - EDGE };
  }
  return { left: 0, top: EDGE, width, height: Math.round(height * 0.5) - EDGE };
}
