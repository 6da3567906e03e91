import type { Block } from './blocks';

/** Hashes of the pictures in a body; only its own blocks can be pictures. */
export function picturesOf(body: readonly Block[]): string[] {
  return body.flatMap((block) => (block.type === 'image' ? [block.picture.hash] : []));
}
