import { publication } from '@/lib/site/publication';
import { Prisma } from './generated/client';
import type { PlacedPicture, TrailRecord } from './records';
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

/** The rows of a page, from 1. */
export function pageWindow(page: number): { take: number; skip: number } {
  return { take: publication.pageSize, skip: (page - 1) * publication.pageSize };
}
