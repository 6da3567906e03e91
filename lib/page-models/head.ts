import { environment } from '@/lib/site/environment';
import { publication } from '@/lib/site/publication';
import type { Alternate, Head } from './model';

/** The absolute address of a site path, on the operator's origin. */
export function absoluteUrl(path: string): string {
  return new URL(path, environment().siteUrl).href;
}

type HeadParts = Readonly<{
  /** Without the brand; null on the front page, which is the brand. */
  title: string | null;
  description: string;
  path: string;
  indexed?: boolean;
  alternates?: readonly Alternate[];
  tools?: Head['tools'];
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
  article,
}: HeadParts): Head {
  return {
    title: title === null ? publication.name : `${title} – ${publication.name}`,
    description,
    canonicalUrl: absoluteUrl(path),
    indexed,
    alternates,
    ...(tools === undefined ? {} : { tools }),
    ...(article === undefined ? {} : { article }),
  };
}
