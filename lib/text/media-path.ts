/** File name extensions of the picture types that stories may show. */
const extensions: Readonly<Record<string, string>> = {
  'image/avif': 'avif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** Where a picture's bytes are served, immutable, named for their content. */
export function mediaPath({
  hash,
  mediaType,
}: Readonly<{ hash: string; mediaType: string }>): string {
  return `/media/${hash}.${extensions[mediaType]}`;
}

/** The hash in a file name of `mediaPath`, or null. */
export function parseMediaFile(file: string): string | null {
  return /^([0-9a-f]{32})\.[a-z]+$/.exec(file)?.[1] ?? null;
}
