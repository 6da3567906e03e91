import type { Content, ReadPicture } from '@/lib/document/documents';
import { picturesOf } from '@/lib/document/pictures-of';
import { inParts } from '@/lib/text/in-parts';
import type { Database } from './client';

/** Whose bytes are in memory together. */
const PICTURES_PER_STATEMENT = 8;
/** Whose names are. */
const NAMES_PER_STATEMENT = 1_000;

/** Stores the pictures that are not there yet. Answers how many rows it wrote. */
export async function publishPictures(db: Database, content: Content): Promise<number> {
  const bodies = [
    ...content.pages.map(({ body }) => body),
    ...content.authors.map(({ biography }) => biography),
  ];
  const standing = new Set(bodies.flatMap(picturesOf));
  let written = 0;
  for (const pictures of inParts(content.pictures, NAMES_PER_STATEMENT)) {
    written += await publishSome(db, new Map(pictures), standing);
  }
  await colourIn(db, content);
  return written;
}

/** @param standing hashes of pictures that are shown outside stories */
async function publishSome(
  db: Database,
  pictures: ReadonlyMap<string, ReadPicture>,
  standing: ReadonlySet<string>,
): Promise<number> {
  const stored = await db.media.findMany({
    where: { hash: { in: [...pictures.keys()] } },
    select: { hash: true, standing: true },
  });
  const promoted = stored.filter((media) => !media.standing && standing.has(media.hash));
  if (promoted.length > 0) {
    await db.media.updateMany({
      where: { hash: { in: promoted.map(({ hash }) => hash) } },
      data: { standing: true },
    });
  }
  const known = new Set(stored.map(({ hash }) => hash));
  const fresh = [...pictures.values()].filter(({ picture }) => !known.has(picture.hash));
  for (const some of inParts(fresh, PICTURES_PER_STATEMENT)) {
    await db.media.createMany({
      data: some.map(({ picture, colour, bytes }) => ({
        ...picture,
        colour,
        bytes: Uint8Array.from(bytes()),
        standing: standing.has(picture.hash),
      })),
    });
  }
  return promoted.length + fresh.length;
}

/** Pictures that came in before colours were measured. */
async function colourIn(db: Database, { pictures }: Content): Promise<void> {
  const grey = await db.media.findMany({ where: { colour: null }, select: { hash: true } });
  for (const { hash } of grey) {
    const found = pictures.get(hash);
    if (found === undefined) continue;
    await db.media.update({ where: { hash }, data: { colour: found.colour } });
  }
}
