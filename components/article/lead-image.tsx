import { Picture } from '@/components/picture';
import type { ArticlePage } from '@/lib/page-models/model';

type Props = Readonly<{ image: NonNullable<ArticlePage['image']> }>;

/** The picture above the story: the largest thing of the first screen, so asked for at once. */
export function LeadImage({ image: { picture, alt, caption, credit, focalPoint } }: Props) {
  return (
    <figure className="image lead-image">
      <Picture
        picture={picture}
        crop={null}
        alt={alt}
        sizes="(min-width: 86rem) 65rem, (min-width: 64rem) 74vw, 92vw"
        first
        onPhones={focalPoint}
      />
      <figcaption>
        {caption && `${caption} `}
        <span className="credit">{credit}</span>
      </figcaption>
    </figure>
  );
}
