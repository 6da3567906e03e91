import type { Block, Picture } from '@/lib/document/blocks';

/**
 * The one place where stored values are believed to be what publishing checked before it wrote
 * them: bodies against the schema of blocks, media types against the table's own check.
 */
export function storedBody(json: unknown): readonly Block[] {
  return json as readonly Block[];
}

export function storedPicture(
  media: Readonly<{ hash: string; mediaType: string; width: number; height: number }>,
): Picture {
  return media as Picture;
}
