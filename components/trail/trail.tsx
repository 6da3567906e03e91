import type { ReactNode } from 'react';
import { Heading, type HeadingLevel } from '@/components/heading';
import { Picture } from '@/components/picture';
import { Time } from '@/components/time';
import type { TrailImage, Trail as TrailModel } from '@/lib/page-models/model';
import { languageAttributes } from '@/lib/text/language';
import { trailCrop } from '@/lib/text/renditions';

/** How much of a story a list shows, and how loud. */
export type TrailVariant = 'lead' | 'second' | 'brief' | 'item';

type Props = Readonly<{
  trail: TrailModel;
  variant: TrailVariant;
  level: HeadingLevel;
  /** False where the list itself is the story's section. */
  showSection?: boolean;
  /** What stands in the standfirst's place: a search snippet, a reason. */
  children?: ReactNode;
}>;

/** A story as it appears in a list: enough to choose it by, nothing more. */
export function Trail({ trail, variant, level, showSection = true, children }: Props) {
  const { href, section, kicker, headline, standfirst, published, language, image } = trail;
  const words = languageAttributes(language);
  return (
    <article className={`trail trail-${variant}`}>
      {image && variant !== 'brief' && <TrailPicture image={image} href={href} variant={variant} />}
      {kicker && (
        <p className="kicker" {...words}>
          {kicker}
        </p>
      )}
      <Heading level={level} {...words}>
        <a href={href}>{headline}</a>
      </Heading>
      {children ?? (variant !== 'brief' && standfirst && <p {...words}>{standfirst}</p>)}
      <p className="meta">
        {showSection && (
          <>
            <a href={section.href}>{section.text}</a>{' '}
          </>
        )}
        <Time at={published} />
      </p>
    </article>
  );
}

/** How wide the style sheets make them, and the most pixels of use. */
const placed = {
  lead: { sizes: '(min-width: 86rem) 52rem, (min-width: 64rem) 60vw, 92vw' },
  second: { sizes: '(min-width: 64rem) 26rem, (min-width: 40rem) 46vw, 92vw', upTo: 1080 },
  item: { sizes: '(min-width: 40rem) 12rem, 30vw', upTo: 720 },
} as const;

type PictureProps = Readonly<{
  image: TrailImage;
  href: string;
  variant: Exclude<TrailVariant, 'brief'>;
}>;

/** The picture leads where the headline leads, so the keyboard need not stop at it. */
function TrailPicture({ image: { picture, alt, focalPoint }, href, variant }: PictureProps) {
  return (
    <a className="picture" href={href} tabIndex={-1}>
      <Picture
        picture={picture}
        crop={trailCrop(picture, focalPoint)}
        alt={alt}
        first={variant === 'lead'}
        {...placed[variant]}
      />
    </a>
  );
}
