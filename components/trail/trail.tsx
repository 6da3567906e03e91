import type { ReactNode } from 'react';
import { focusClasses } from '@/components/focus';
import { Heading, type HeadingLevel } from '@/components/heading';
import { Time } from '@/components/time';
import type { TrailImage, Trail as TrailModel } from '@/lib/page-models/model';
import { languageAttributes } from '@/lib/text/language';
import { mediaPath } from '@/lib/text/media-path';

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

type PictureProps = Readonly<{ image: TrailImage; href: string; variant: TrailVariant }>;

/** The picture leads where the headline leads, so the keyboard need not stop at it. */
function TrailPicture({ image: { picture, alt, focalPoint }, href, variant }: PictureProps) {
  return (
    <a className="picture" href={href} tabIndex={-1}>
      <img
        className={focusClasses(focalPoint).join(' ') || undefined}
        src={mediaPath(picture)}
        width={picture.width}
        height={picture.height}
        alt={alt}
        loading={variant === 'lead' ? 'eager' : 'lazy'}
        fetchPriority={variant === 'lead' ? 'high' : undefined}
        decoding="async"
      />
    </a>
  );
}
