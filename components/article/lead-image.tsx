import { focusClasses } from '@/components/focus';
import type { ArticlePage } from '@/lib/page-models/model';
import { mediaPath } from '@/lib/text/media-path';

type Props = Readonly<{ image: NonNullable<ArticlePage['image']> }>;

/** The picture above the story: the largest thing of the first screen, so asked for at once. */
export function LeadImage({ image: { picture, alt, caption, credit, focalPoint } }: Props) {
  return (
    <figure className="image lead-image">
      <img
        className={focusClasses(focalPoint).join(' ') || undefined}
        src={mediaPath(picture)}
        width={picture.width}
        height={picture.height}
        alt={alt}
        fetchPriority="high"
        decoding="async"
      />
      <figcaption>
        {caption && `${caption} `}
        <span className="credit">{credit}</span>
      </figcaption>
    </figure>
  );
}
