import { publication } from '@/lib/site/publication';
import { database } from './client';
import { Prisma } from './generated/client';
import type { PlacedPicture, TrailList, TrailRecord } from './records';
import { storedPicture } from './stored-body';

export const nameSelect = { slug: true, name: true } as const;

export const imageSelect = {
  image: { select: { hash: true, mediaType: true, width: true, height: true, colour: true } },
  imageAlt: true,
  imageFocalX: true,
  imageFocalY: true,
} satisfies Prisma.ArticleSelect;

export const trailSelect = {
  id: true,
  slug: true,
  section: { select: nameSelect },
  kicker: true,
  headline: true,
  standfirst: true,
  language: true,
  firstPublishedAt: true,
  contentUpdatedAt: true,
  visibleFrom: true,
  ...imageSelect,
} satisfies Prisma.ArticleSelect;

export type TrailRow = Prisma.ArticleGetPayload<{ select: typeof trailSelect }>;

/** `trailSelect` for statements in SQL, which have the table `article` and the joins below. */
export const trailColumns = Prisma.sql`
  article.id, article.slug, article.kicker, article.headline, article.standfirst, article.language,
  jsonb_build_object('slug', section.slug, 'name', section.name) AS section,
  article.first_published_at AS "firstPublishedAt",
  article.content_updated_at AS "contentUpdatedAt",
  article.visible_from AS "visibleFrom",
  CASE WHEN media.hash IS NOT NULL THEN jsonb_build_object(
    'hash', media.hash, 'mediaType', media.media_type, 'width', media.width, 'height', media.height,
    'colour', media.colour
  ) END AS image,
  article.image_alt AS "imageAlt",
  article.image_focal_x AS "imageFocalX",
  article.image_focal_y AS "imageFocalY"`;

export const trailJoins = Prisma.sql`
  JOIN section ON section.id = article.section_id
  LEFT JOIN media ON media.hash = article.image_hash`;

/** Newest first for readers; the id breaks ties. */
export const newestFirst = [
  { visibleFrom: 'desc' },
  { id: 'desc' },
] as const satisfies Prisma.ArticleOrderByWithRelationInput[];

type ImageRow = Prisma.ArticleGetPayload<{ select: typeof imageSelect }>;

export function toTrail({
  image,
  imageAlt,
  imageFocalX,
  imageFocalY,
  ...trail
}: TrailRow): TrailRecord {
  return { ...trail, image: placedPicture({ image, imageAlt, imageFocalX, imageFocalY }) };
}

export function placedPicture(row: ImageRow): PlacedPicture | null {
  const { image, imageAlt, imageFocalX, imageFocalY } = row;
  if (image === null || imageAlt === null || imageFocalX === null || imageFocalY === null) {
    return null;
  }
  return {
    picture: { ...storedPicture(image), colour: image.colour },
    alt: imageAlt,
    focalPoint: { x: imageFocalX, y: imageFocalY },
  };
}

/**
 * Where a list is read from: rows of one index, that hold all of `id`, `at` (by which the list goes) and
 * whether the story is visible.
 */
export type ListSource = Readonly<{
  table: Prisma.Sql;
  id: Prisma.Sql;
  at: Prisma.Sql;
  where: Prisma.Sql;
}>;

/**
 * One page (from 1) of a list, newest first, and how many stories it has in all. Only the stories of the page
 * itself are read; the way to it goes through the index alone, from the nearer end.
 */
export async function listTrails(source: ListSource, page: number): Promise<TrailList> {
  const { table, id, at, where } = source;
  const [counted] = await database().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM ${table} WHERE ${where}`;
  const total = counted?.total ?? 0;
  const { skip, take } = windowOf(page, total);
  if (take === 0) return { trails: [], total };
  const fromEnd = skip > total / 2;
  const order = Prisma.raw(fromEnd ? 'ASC' : 'DESC');
  const rows = await database().$queryRaw<TrailRow[]>`
    WITH page AS MATERIALIZED (
      SELECT ${id} AS id, ${at} AS at FROM ${table} WHERE ${where}
      ORDER BY ${at} ${order}, ${id} ${order}
      LIMIT ${take} OFFSET ${fromEnd ? total - skip - take : skip}
    )
    SELECT ${trailColumns}
    FROM page JOIN article ON article.id = page.id ${trailJoins}
    ORDER BY page.at DESC, page.id DESC`;
  return { trails: rows.map(toTrail), total };
}

/** The rows of a page that are there. */
function windowOf(page: number, total: number): { take: number; skip: number } {
  const { take, skip } = pageWindow(page);
  return { skip, take: Math.max(0, Math.min(take, total - skip)) };
}

/** The rows of a page, from 1. */
export function pageWindow(page: number): { take: number; skip: number } {
  return { take: publication.pageSize, skip: (page - 1) * publication.pageSize };
}
