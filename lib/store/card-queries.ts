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

/** Which card is meant: of this story, in this shape, showing what this hash is of. */
export type CardName = Readonly<{ articleId: string; shape: string; hash: string }>;

/** The card as it was drawn before; null where it never was, or showed something else. */
export async function findDrawnCard(card: CardName): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await database().card.findFirst({ where: card, select: { bytes: true } });
  return found?.bytes ?? null;
}

/** Takes the place of the card that the story had in this shape. */
export async function keepDrawnCard(
  { articleId, shape, hash }: CardName,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await database().card.upsert({
    where: { articleId_shape: { articleId, shape } },
    create: { articleId, shape, hash, bytes },
    update: { hash, bytes },
  });
}
