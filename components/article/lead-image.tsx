import { Picture } from '@/components/picture';
import type { ArticlePage } from '@/lib/page-models/model';
import { pictureCredit } from '@/lib/text/picture-credit';

type Props = Readonly<{ image: NonNullable<ArticlePage['image']> }>;

/** The picture above the story: the largest thing of the first screen, so asked for at once. */
export function LeadImage({ image }: Props) {
  const { picture, alt, caption, credit, rights, focalPoint } = image;
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
        <span className="credit">{pictureCredit(credit, rights)}</span>
      </figcaption>
    </figure>
  );
}
