import { database } from './client';
import type { CardRecord } from './records';
import { imageSelect, nameSelect, placedPicture } from './trails';
import { visibleAt } from './visibility';

const cardSelect = {
  id: true,
  headline: true,
  socialTitle: true,
  section: { select: nameSelect },
  firstPublishedAt: true,
  ...imageSelect,
} as const;

/** The visible story of this id. @param id a UUID, or anything else, which is no story's */
export async function findCardStory(id: string, now: Date): Promise<CardRecord | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const row = await database().article.findFirst({
    where: { id, ...visibleAt(now) },
    select: cardSelect,
  });
  if (row === null) return null;
  const { image, imageAlt, imageFocalX, imageFocalY, ...story } = row;
  return { ...story, image: placedPicture({ image, imageAlt, imageFocalX, imageFocalY }) };
}
