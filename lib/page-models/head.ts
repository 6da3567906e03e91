import { environment } from '@/lib/site/environment';
import { publication } from '@/lib/site/publication';
import type { Alternate, Head, HeadImage } from './model';

/** The absolute address of a site path, on the operator's origin. */
export function absoluteUrl(path: string): string {
  return new URL(path, environment().siteUrl).href;
}

type HeadParts = Readonly<{
  /** Without the brand; null on the front page, which is the brand. */
  title: string | null;
  description: string;
  path: string;
  /** Of the text; the paper's own unless given. BCP 47. */
  language?: string;
  indexed?: boolean;
  alternates?: readonly Alternate[];
  tools?: Head['tools'];
  images?: readonly HeadImage[];
  article?: Head['article'];
}>;

/** Story first, brand last. */
export function buildHead({
  title,
  description,
  path,
  indexed = true,
  alternates = [],
  tools,
  language = publication.language,
  images = [],
  article,
}: HeadParts): Head {
  return {
    title: title === null ? publication.name : `${title} – ${publication.name}`,
    description,
    canonicalUrl: absoluteUrl(path),
    locale: localeOf(language),
    indexed,
    alternates,
    ...(tools === undefined ? {} : { tools }),
    images,
    ...(article === undefined ? {} : { article }),
  };
}

/** Open Graph knows no language without a country. */
function localeOf(language: string): string | null {
  const tag = language === publication.language ? publication.locale : language;
  return /^[a-z]{2,3}-[A-Z]{2}$/.test(tag) ? tag.replace('-', '_') : null;
}
