import type { BlockOf } from '@/lib/page-models/model';
import { mediaPath } from '@/lib/text/media-path';
import { Inlines } from './inlines';

/** A picture in the run of the story, never cropped. */
export function Image({ block }: Readonly<{ block: BlockOf<'image'> }>) {
  const { picture, alt, caption, credit } = block;
  return (
    <figure className="image">
      <img
        src={mediaPath(picture)}
        width={picture.width}
        height={picture.height}
        alt={alt}
        loading="lazy"
        decoding="async"
      />
      <figcaption>
        {caption && (
          <>
            <Inlines of={caption} />{' '}
          </>
        )}
        <span className="credit">{credit}</span>
      </figcaption>
    </figure>
  );
}
