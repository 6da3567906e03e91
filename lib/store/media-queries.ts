import type { FocalPoint } from '@/lib/text/crops';
import type { StoredPicture } from '@/lib/text/renditions';
import { database } from './client';
import type { Prisma } from './generated/client';
import { visibleAt } from './visibility';

/** Different spots that stories may want kept of one picture; far more than any has. */
const MOST_FOCAL_POINTS = 100;

/** Which pictures somebody may see, and the stories by which. */
export type Sight = Readonly<{ media: Prisma.MediaWhereInput; article: Prisma.ArticleWhereInput }>;

/** What readers see: pictures that a visible story, a standing page or a biography shows. */
export function shownAt(now: Date): Sight {
  const article = visibleAt(now);
  return { article, media: { OR: [{ standing: true }, { inStories: { some: { article } } }] } };
}

/** What a story shows, whether readers see it or not. @param id of the story, a UUID */
export function shownIn(id: string): Sight {
  return { article: { id }, media: { inStories: { some: { articleId: id } } } };
}

/** A picture that is in sight, by the hash of its bytes. */
export async function findMedia(hash: string, sight: Sight): Promise<StoredPicture | null> {
  return database().media.findFirst({
    where: { hash, ...sight.media },
    select: { hash: true, width: true, height: true },
  });
}

/** The focal points that stories in sight give to a picture that stands for them. */
export async function listFocalPoints(hash: string, sight: Sight): Promise<FocalPoint[]> {
  const rows = await database().article.groupBy({
    by: ['imageFocalX', 'imageFocalY'],
    // The second condition says more, the first has an index.
    where: { ...sight.article, pictures: { some: { mediaHash: hash } }, imageHash: hash },
    orderBy: [{ imageFocalX: 'asc' }, { imageFocalY: 'asc' }],
    take: MOST_FOCAL_POINTS,
  });
  return rows.flatMap(({ imageFocalX: x, imageFocalY: y }) =>
    x === null || y === null ? [] : [{ x, y }],
  );
}

/** The bytes that an editor handed in. Readers get renditions only. */
export async function findOriginal(hash: string): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes } = await database().media.findUniqueOrThrow({
    where: { hash },
    select: { bytes: true },
  });
  return bytes;
}

/** A rendition that was made before, if its picture is in sight. */
export async function findRendition(
  hash: string,
  name: string,
  sight: Sight,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await database().rendition.findFirst({
    where: { mediaHash: hash, name, media: sight.media },
    select: { bytes: true },
  });
  return found?.bytes ?? null;
}

/** Who makes the same at the same moment makes the same bytes. */
export async function keepRendition(
  mediaHash: string,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await database().rendition.createMany({
    data: [{ mediaHash, name, bytes }],
    skipDuplicates: true,
  });
}
