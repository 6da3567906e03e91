import type { HashedFile } from '@/lib/document/fingerprint';
import type { PrismaClient } from './generated/client';

/**
 * How many stories there are when these very files are what was published last: no other text, and none that
 * is gone, each byte by byte and checked by the same rules; and of the pictures those that were shown. Else null.
 * @param files all of a content folder, some at a time
 * @param checkedBy names the rules
 */
export async function storiesAsPublished(
  client: PrismaClient,
  files: Iterable<readonly HashedFile[]>,
  checkedBy: string,
): Promise<number | null> {
  const found = { texts: 0, pictures: 0, stories: 0 };
  for (const some of files) {
    const stored = await client.$queryRaw<{ path: string; sha256: string; checkedBy: string }[]>`
      SELECT path, sha256, checked_by AS "checkedBy" FROM content_file
      WHERE path = ANY(${some.map(({ path }) => path)})`;
    const known = new Map(stored.map(({ path, ...file }) => [path, file]));
    for (const { path, isPicture, sha256 } of some) {
      const file = known.get(path);
      // A picture that nobody shows is not stored.
      if (file === undefined && isPicture) continue;
      if (file === undefined || file.sha256 !== sha256 || file.checkedBy !== checkedBy) return null;
      if (isPicture) found.pictures += 1;
      else found.texts += 1;
      if (path.startsWith('articles/') && !isPicture) found.stories += 1;
    }
  }
  const pictures = await client.contentFile.count({ where: { mediaHash: { not: null } } });
  const texts = await client.contentFile.count({ where: { mediaHash: null } });
  const isSame = texts > 0 && texts === found.texts && pictures === found.pictures;
  return isSame ? found.stories : null;
}
