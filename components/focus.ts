/**
 * Class names that keep a picture's focal point in view when it is cropped; the middle third
 * of each axis needs none. Classes, not a style attribute: a strict policy allows no inline style.
 */
export function focusClasses({ x, y }: Readonly<{ x: number; y: number }>): string[] {
  return [
    ...(x < 1 / 3 ? ['focus-left'] : x > 2 / 3 ? ['focus-right'] : []),
    ...(y < 1 / 3 ? ['focus-top'] : y > 2 / 3 ? ['focus-bottom'] : []),
  ];
}
