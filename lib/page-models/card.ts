import { createHash } from 'node:crypto';
import { findCardStory } from '@/lib/store/card-queries';
import { findMedia, findOriginal } from '@/lib/store/media-queries';
import type { CardRecord } from '@/lib/store/records';
import { type CardShape, cardPath, cardShapes, parseCardFile } from '@/lib/text/card-path';
import { formatDay } from '@/lib/text/dates';
import { articleKey, pageKeys } from '@/lib/text/page-keys';
import { absoluteUrl } from './head';
import type { Card, Freshness, HeadImage } from './model';
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

export type CardToDraw = Freshness & Readonly<{ kind: 'card'; card: Card; shape: CardShape }>;

/** The card at `/card/{id}/{file}`; moved where the story has another by now; null where there is none. */
export async function loadCard(
  id: string,
  file: string,
  now: Date,
): Promise<CardToDraw | Moved | null> {
  const named = parseCardFile(file);
  const story = named && (await findCardStory(id, now));
  if (named === null || story === null) return null;
  const href = cardHref(story, named.shape);
  if (href !== `/card/${id}/${file}`) return { kind: 'moved', href };
  const { image } = story;
  const isShown = image !== null && (await findMedia(image.picture.hash, now)) !== null;
  return {
    kind: 'card',
    keys: [articleKey(story.id), pageKeys.frame],
    modified: null,
    shape: named.shape,
    card: {
      ...wordsOf(story),
      picture: isShown
        ? { bytes: await findOriginal(image.picture.hash), focalPoint: image.focalPoint }
        : null,
    },
  };
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
