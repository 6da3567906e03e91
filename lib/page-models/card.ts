import { createHash } from 'node:crypto';
import {
  type CardName,
  findCardStory,
  findDrawnCard,
  keepDrawnCard,
} from '@/lib/store/card-queries';
import { findMedia, findOriginal, shownAt } from '@/lib/store/media-queries';
import type { CardRecord } from '@/lib/store/records';
import { type CardShape, cardPath, cardShapes, parseCardFile } from '@/lib/text/card-path';
import { formatDay } from '@/lib/text/dates';
import { articleKey, pageKeys } from '@/lib/text/page-keys';
import { absoluteUrl } from './head';
import type { Card, HeadImage, PublicDocument } from './model';
import type { Moved } from './page';

/** Raised when cards are drawn differently, so that new ones get new addresses. */
const DESIGN = 1;

/** Where a story's card stands, in one shape. */
export function cardHref(story: CardRecord, shape: CardShape): string {
  return cardPath(story.id, hashOf(story), shape);
}

/** The card in every shape, the wide one first: what whoever links to a story shows of it. */
export function cardHeadImages(story: CardRecord): readonly HeadImage[] {
  const { headline, socialTitle, image } = story;
  return (Object.keys(cardShapes) as CardShape[]).map((shape) => ({
    url: absoluteUrl(cardHref(story, shape)),
    type: 'image/png',
    ...cardShapes[shape],
    alt: image?.alt ?? socialTitle ?? headline,
  }));
}

type Draw = (card: Card, shape: CardShape) => Promise<Uint8Array>;

/**
 * The card at `/card/{id}/{file}`: drawn when it is first asked for, and kept. Moved where the story
 * has another by now; null where there is none.
 */
export async function loadCard(
  id: string,
  file: string,
  now: Date,
  draw: Draw,
): Promise<PublicDocument | Moved | null> {
  const named = parseCardFile(file);
  const story = named && (await findCardStory(id, now));
  if (named === null || story === null) return null;
  const href = cardHref(story, named.shape);
  if (href !== `/card/${id}/${file}`) return { kind: 'moved', href };
  const name = { articleId: story.id, ...named };
  return {
    kind: 'document',
    contentType: 'image/png',
    immutable: true,
    keys: [articleKey(story.id), pageKeys.frame],
    modified: null,
    body: (await findDrawnCard(name)) ?? (await drawAndKeep(name, story, named.shape, now, draw)),
  };
}

async function drawAndKeep(
  name: CardName,
  story: CardRecord,
  shape: CardShape,
  now: Date,
  draw: Draw,
): Promise<Uint8Array<ArrayBuffer>> {
  const card = { ...wordsOf(story), picture: await findPicture(story, now) };
  const bytes = Uint8Array.from(await draw(card, shape));
  await keepDrawnCard(name, bytes);
  return bytes;
}

async function findPicture({ image }: CardRecord, now: Date): Promise<Card['picture']> {
  if (image === null || (await findMedia(image.picture.hash, shownAt(now))) === null) return null;
  return { bytes: await findOriginal(image.picture.hash), focalPoint: image.focalPoint };
}

function wordsOf({ headline, socialTitle, section, firstPublishedAt }: CardRecord) {
  return {
    headline: socialTitle ?? headline,
    section: section.name,
    day: formatDay(firstPublishedAt),
  };
}

function hashOf(story: CardRecord): string {
  const { image } = story;
  const shown = [DESIGN, wordsOf(story), image && [image.picture.hash, image.focalPoint]];
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);
}
