import type { BreadcrumbList } from 'schema-dts';
import type { ArticlePage, Head, Link, ListPage } from '@/lib/page-models/model';
import { absolute } from './identity';

/** The way down to a story: its section. */
export function trailOfStory({ head, section, headline }: ArticlePage): BreadcrumbList {
  return buildTrail(head, [section], headline);
}

/** The way down to a list, as it stands above its title. */
export function trailOfList({
  head,
  breadcrumbs,
  title,
}: Pick<ListPage, 'head' | 'breadcrumbs' | 'title'>): BreadcrumbList {
  return buildTrail(head, breadcrumbs, title);
}

/** The page itself comes last, without an address: Google takes that of the page. */
function buildTrail(head: Head, above: readonly Link[], name: string): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    '@id': `${head.canonicalUrl}#trail`,
    itemListElement: [
      ...above.map(
        ({ href, text }, index) =>
          ({
            '@type': 'ListItem',
            position: index + 1,
            name: text,
            item: absolute(href, head),
          }) as const,
      ),
      { '@type': 'ListItem', position: above.length + 1, name },
    ],
  };
}
