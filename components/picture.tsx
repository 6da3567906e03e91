import type { Crop, FocalPoint } from '@/lib/text/crops';
import {
  choiceOf,
  fallbackOf,
  mediaTypes,
  phoneCrop,
  renditionPath,
  type StoredPicture,
} from '@/lib/text/renditions';

type Props = Readonly<{
  picture: StoredPicture;
  /** The part that is shown; null shows all. */
  crop: Crop | null;
  alt: string;
  /** How wide it is shown: the value of the attribute. */
  sizes: string;
  /** The widest that is of use, in pixels. */
  upTo?: number;
  /** The largest thing of the first screen: asked for at once and before others. */
  first?: boolean;
  /** Set where phones get a part of what is a strip on them. */
  onPhones?: FocalPoint;
}>;

/** In the order of preference: about 97 in 100 browsers stop at the first. */
const formats = ['avif', 'webp'] as const;

/** Below this width a page has one column; frame.css and its neighbours say the same. */
const PHONE = '(max-width: 40rem)';

/** Who wants to spend little gets the smallest. In `sizes` that costs a page least. */
const SPARING = '(prefers-reduced-data: reduce) 10rem';

/** A picture in the format and the size that suit whoever asks; `img` is for all others. */
export function Picture(props: Props) {
  const { picture, crop, alt, first = false, onPhones } = props;
  const phone = onPhones === undefined ? null : phoneCrop(picture, onPhones);
  const fallback = fallbackOf(picture, crop);
  return (
    <picture>
      <Colour {...props} />
      {phone && <Sources {...props} crop={phone} media={PHONE} />}
      <Sources {...props} />
      <img
        src={renditionPath(picture, fallback)}
        width={fallback.width}
        height={fallback.height}
        alt={alt}
        loading={first ? undefined : 'lazy'}
        fetchPriority={first ? 'high' : undefined}
        decoding="async"
        className={classOf(picture)}
      />
    </picture>
  );
}

/** A breath of the picture where it will stand; so little that words in its place can be read. */
function Colour({ picture }: Pick<Props, 'picture'>) {
  const name = classOf(picture);
  if (name === undefined) return null;
  return (
    <style href={name} precedence="picture">
      {`.${name}{background:color-mix(in srgb,${picture.colour} 12%,transparent)}`}
    </style>
  );
}

function classOf({ colour }: StoredPicture): string | undefined {
  return colour ? `c${colour.slice(1)}` : undefined;
}

/** Their size is told only where it is not that of the `img`, so that room is kept for it. */
function Sources({
  picture,
  crop,
  sizes,
  upTo = Number.POSITIVE_INFINITY,
  media,
}: Pick<Props, 'picture' | 'crop' | 'sizes' | 'upTo'> & Readonly<{ media?: string }>) {
  const { width, height } = fallbackOf(picture, crop);
  return formats.map((format) => (
    <source
      key={format}
      type={mediaTypes[format]}
      media={media}
      srcSet={choiceOf(picture, crop, format)
        .filter((rendition, index) => index === 0 || rendition.width <= upTo)
        .map((rendition) => `${renditionPath(picture, rendition)} ${rendition.width}w`)
        .join(', ')}
      sizes={`${SPARING}, ${sizes}`}
      width={media === undefined ? undefined : width}
      height={media === undefined ? undefined : height}
    />
  ));
}
