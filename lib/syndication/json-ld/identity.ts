import type { Head } from '@/lib/page-models/model';

/**
 * Identities of things: the canonical address of the page that describes one, and a fragment. They
 * stay the same for ever, and mean the same on whatever page they stand.
 */

type Where = Pick<Head, 'canonicalUrl'>;

/** A path of the site as an absolute address. */
export function absolute(path: string, { canonicalUrl }: Where): string {
  return new URL(path, canonicalUrl).href;
}

/** The newsroom; described on the front page. */
export const newsroomId = (head: Where) => absolute('/#newsroom', head);

/** The website; described on the front page. */
export const websiteId = (head: Where) => absolute('/#website', head);

/** An author; described on their page. @param url of that page */
export const authorId = (url: string) => `${url}#author`;
