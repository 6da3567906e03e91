import type { CollectionPage, ItemList } from 'schema-dts';
import type { Head, ListPage } from '@/lib/page-models/model';
import { publication } from '@/lib/site/publication';
import { absolute, websiteId } from './identity';
import { wikidataUrl } from './wikidata';

/** A section, a tag or a time, and its stories in order. */
export function buildCollectionPage(page: ListPage): CollectionPage {
  const { subject, title: name } = page;
  const wikidata = subject?.kind === 'topic' ? subject.wikidata : null;
  return {
    ...pageOf(page.head, name),
    ...(wikidata !== null && {
      about: { '@type': 'Thing', name, sameAs: wikidataUrl(wikidata) },
    }),
    ...(page.trails.length > 0 && { mainEntity: buildItemList(page) }),
  };
}

/** A page of which no more is said than that it collects. */
export function buildNamedCollection(head: Head, name: string): CollectionPage {
  return pageOf(head, name);
}

function pageOf(head: Head, name: string): Exclude<CollectionPage, string> {
  return {
    '@type': 'CollectionPage',
    '@id': `${head.canonicalUrl}#page`,
    url: head.canonicalUrl,
    name,
    description: head.description,
    isPartOf: { '@id': websiteId(head) },
  };
}

/** Positions go on from one page of the list to the next. */
function buildItemList({ head, trails, pagination }: ListPage): ItemList {
  const before = (pagination.page - 1) * publication.pageSize;
  return {
    '@type': 'ItemList',
    itemListElement: trails.map(
      ({ href }, index) =>
        ({
          '@type': 'ListItem',
          position: before + index + 1,
          url: absolute(href, head),
        }) as const,
    ),
  };
}
