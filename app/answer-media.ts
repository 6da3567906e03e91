import type { MediaFile } from '@/lib/page-models/media-file';

type Keeping = Readonly<{
  /** Cache-Control of a picture. */
  whenThere: string;
  /** Fields that tell for how long its absence holds. */
  whenNot: Readonly<Record<string, string>>;
}>;

/** A picture; 404 where there is none, 503 while the database cannot say. */
export function answerMedia(
  media: MediaFile | null | 'away',
  { whenThere, whenNot }: Keeping,
): Response {
  if (media === 'away') {
    return new Response('This picture is not available just now.\n', {
      status: 503,
      headers: { 'Cache-Control': 'no-store', 'Retry-After': '5' },
    });
  }
  if (media === null) {
    return new Response('There is no picture at this address.\n', {
      status: 404,
      headers: whenNot,
    });
  }
  return new Response(media.bytes, {
    headers: {
      'Content-Type': media.mediaType,
      'Cache-Control': whenThere,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
