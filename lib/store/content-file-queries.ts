import type { Fingerprint } from '@/lib/document/fingerprint';
import type { PrismaClient } from './generated/client';

/**
 * Whether these very files are what was published last: no other text, and none that is gone, each
 * byte by byte and checked by the same rules; and of the pictures those that were shown.
 * @param checkedBy names the rules
 */
export async function isPublished(
  client: PrismaClient,
  { texts, pictures }: Fingerprint,
  checkedBy: string,
): Promise<boolean> {
  const stored = await client.contentFile.findMany({
    select: { path: true, sha256: true, checkedBy: true, mediaHash: true },
  });
  const storedTexts = stored.filter(({ mediaHash }) => mediaHash === null);
  return (
    storedTexts.length === texts.size &&
    texts.size > 0 &&
    stored.every(
      (file) =>
        file.checkedBy === checkedBy &&
        (file.mediaHash === null ? texts : pictures).get(file.path) === file.sha256,
    )
  );
}
