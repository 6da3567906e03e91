import { Picture } from '@/components/picture';
import type { BlockOf } from '@/lib/page-models/model';
import { pictureCredit } from '@/lib/text/picture-credit';
import { Inlines } from './inlines';

/** A picture in the run of the story, never cropped. */
export function Image({ block }: Readonly<{ block: BlockOf<'image'> }>) {
  const { picture, alt, caption, credit, rights } = block;
  return (
    <figure className="image">
      <Picture
        picture={picture}
        crop={null}
        alt={alt}
        sizes="(min-width: 64rem) 52rem, (min-width: 40rem) 36rem, 92vw"
      />
      <figcaption>
        {caption && (
          <>
            <Inlines of={caption} />{' '}
          </>
        )}
        <span className="credit">{pictureCredit(credit, rights)}</span>
      </figcaption>
    </figure>
  );
}
