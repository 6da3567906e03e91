import type { Content } from '@/lib/document/documents';
import { picturesOf } from '@/lib/document/pictures-of';
import type { Database } from './client';

const PICTURES_PER_STATEMENT = 8;

/** Stores the pictures that are not there yet. Answers how many rows it wrote. */
export async function publishPictures(db: Database, content: Content): Promise<number> {
  const bodies = [
    ...content.pages.map(({ body }) => body),
    ...content.authors.map(({ biography }) => biography),
  ];
  const standing = new Set(bodies.flatMap(picturesOf));
  const stored = await db.media.findMany({
    where: { hash: { in: [...content.pictures.keys()] } },
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
  const fresh = [...content.pictures.values()].filter(({ picture }) => !known.has(picture.hash));
  for (let start = 0; start < fresh.length; start += PICTURES_PER_STATEMENT) {
    await db.media.createMany({
      data: fresh
        .slice(start, start + PICTURES_PER_STATEMENT)
        .map(({ picture, colour, bytes }) => ({
          ...picture,
          colour,
          bytes: Uint8Array.from(bytes()),
          standing: standing.has(picture.hash),
        })),
    });
  }
  await colourIn(db, content);
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
