/** The shapes in which a card is drawn: social networks ask for the first, search engines for the others. */
export const cardShapes = {
  wide: { width: 1200, height: 630 },
  '16x9': { width: 1200, height: 675 },
  '4x3': { width: 1200, height: 900 },
  square: { width: 1200, height: 1200 },
} as const;

export type CardShape = keyof typeof cardShapes;

/**
 * Where a story's card is served, immutable, named for what it shows.
 * @param hash 16 hexadecimal digits
 */
export function cardPath(id: string, hash: string, shape: CardShape): string {
  return `/card/${id}/${hash}${shape === 'wide' ? '' : `-${shape}`}.png`;
}

/** Hash and shape in a file name of `cardPath`, or null. */
export function parseCardFile(file: string): Readonly<{ hash: string; shape: CardShape }> | null {
  const [, hash, shape = 'wide'] = /^([0-9a-f]{16})(?:-(16x9|4x3|square))?\.png$/.exec(file) ?? [];
  return hash === undefined ? null : { hash, shape: shape as CardShape };
}
