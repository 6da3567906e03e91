import type { SearchAction, WebSite, WithActionConstraints } from 'schema-dts';
import type { Head } from '@/lib/page-models/model';
import { publication } from '@/lib/site/publication';
import { absolute, newsroomId, websiteId } from './identity';

/** The website: its name in results of searches, and how to search it. For the front page. */
export function buildWebsite(head: Head): WebSite {
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${absolute('/search', head)}?q={words}` },
    'query-input': 'required name=words',
  };
  return {
    '@type': 'WebSite',
    '@id': websiteId(head),
    name: publication.name,
    url: absolute('/', head),
    inLanguage: publication.language,
    publisher: { '@id': newsroomId(head) },
    potentialAction: search,
  };
}
