import type { SyndicatedImage } from '@/lib/page-models/syndicated-story';
import { element, type Xml } from './xml';

/** Namespace of the pictures' elements (Media RSS 1.5.1), which readers know in RSS and in Atom. */
export const MEDIA = 'http://search.yahoo.com/mrss/';

/** The picture above a story. */
export function mediaContent(image: SyndicatedImage | null): Xml | null {
  if (image === null) return null;
  const { url, mediaType, width, height, alt, caption, credit, rights } = image;
  return element(
    'media:content',
    { url, type: mediaType, medium: 'image', width, height },
    element('media:description', { type: 'plain' }, caption ?? alt),
    credit === '' ? null : element('media:credit', {}, credit),
    rights === null ? null : element('media:copyright', {}, rights),
  );
}
