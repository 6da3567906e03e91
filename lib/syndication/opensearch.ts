import { publication } from '@/lib/site/publication';
import { element, xmlDocument } from './xml';

/** How browsers search the paper: OpenSearch 1.1, draft 6. */
export function renderOpenSearch(siteUrl: string): string {
  return xmlDocument(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      element('ShortName', {}, publication.name),
      element('Description', {}, `Search the stories of ${publication.name}.`),
      element('InputEncoding', {}, 'UTF-8'),
      element('Image', { width: 64, height: 64, type: 'image/svg+xml' }, `${siteUrl}/favicon.svg`),
      element('Url', {
        type: 'text/html',
        template: `${siteUrl}/search?q={searchTerms}`,
      }),
      element('Url', {
        type: 'application/opensearchdescription+xml',
        rel: 'self',
        template: `${siteUrl}/opensearch.xml`,
      }),
    ),
  );
}
