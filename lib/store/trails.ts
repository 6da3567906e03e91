import { publication } from '@/lib/site/publication';
import { database } from './client';
import type { Prisma } from './generated/client';
import type { PlacedPicture, TrailList, TrailRecord } from './records';
import { storedPicture } from './stored-body';

export const nameSelect = { slug: true, name: true } as const;

export const imageSelect = {
  image: { select: { hash: true, mediaType: true, width: true, height: true } },
  imageAlt: true,
  imageFocalX: true,
  imageFocalY: true,
} satisfies Prisma.ArticleSelect;

const trailSelect = {
  id: true,
  slug: true,
  section: { select: nameSelect },
  kicker: true,
  headline: true,
  standfirst: true,
  language: true,
  firstPublishedAt: true,
  contentUpdatedAt: true,
  ...imageSelect,
} satisfies Prisma.ArticleSelect;

/** Newest first for readers; the id breaks ties. */
export const newestFirst = [
  { visibleFrom: 'desc' },
  { id: 'desc' },
] as const satisfies Prisma.ArticleOrderByWithRelationInput[];

type ImageRow = Prisma.ArticleGetPayload<{ select: typeof imageSelect }>;

function toTrail({
  image,
  imageAlt,
  imageFocalX,
  imageFocalY,
  ...trail
}: Prisma.ArticleGetPayload<{ select: typeof trailSelect }>): TrailRecord {
  return { ...trail, image: placedPicture({ image, imageAlt, imageFocalX, imageFocalY }) };
}

export function placedPicture(row: ImageRow): PlacedPicture | null {
  const { image, imageAlt, imageFocalX, imageFocalY } = row;
  if (image === null || imageAlt === null || imageFocalX === null || imageFocalY === null) {
    return null;
  }
  return {
    picture: storedPicture(image),
    alt: imageAlt,
    focalPoint: { x: imageFocalX, y: imageFocalY },
  };
}

/** One page (from 1) of the stories that `where` selects, and how many there are in all. */
export async function listTrails(
  where: Prisma.ArticleWhereInput,
  page: number,
  orderBy: readonly Prisma.ArticleOrderByWithRelationInput[] = newestFirst,
): Promise<TrailList> {
  const [rows, total] = await Promise.all([
    database().article.findMany({
      where,
      select: trailSelect,
      orderBy: [...orderBy],
      ...pageWindow(page),
    }),
    database().article.count({ where }),
  ]);
  return { trails: rows.map(toTrail), total };
}

/** The rows of a page, from 1. */
export function pageWindow(page: number): { take: number; skip: number } {
  return { take: publication.pageSize, skip: (page - 1) * publication.pageSize };
}

/** Trails by id. The caller has chosen visible stories only. */
export async function findTrails(
  ids: readonly string[],
): Promise<ReadonlyMap<string, TrailRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await database().article.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: trailSelect,
    take: ids.length,
  });
  return new Map(rows.map((row) => [row.id, toTrail(row)]));
}
