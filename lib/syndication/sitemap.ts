import type { PublicDocument, Sitemap, SitemapEntry, SitemapIndex } from '@/lib/page-models/model';
import { publication } from '@/lib/site/publication';
import { element, type Xml, xmlDocument } from './xml';

/** Protocol: sitemaps.org. Extensions: Google’s, “Image sitemaps” and “News sitemaps”. */
const NAMESPACES = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
  'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
};

export function renderSitemap({
  keys,
  modified,
  ...sitemap
}: Sitemap | SitemapIndex): PublicDocument {
  return {
    kind: 'document',
    keys,
    modified,
    contentType: 'application/xml; charset=utf-8',
    body: xmlDocument(sitemap.kind === 'sitemap' ? urlSet(sitemap.entries) : index(sitemap.files)),
    robots: 'noindex',
  };
}

function urlSet(entries: readonly SitemapEntry[]): Xml {
  const uses = (has: (entry: SitemapEntry) => boolean) => entries.some(has);
  const attributes = {
    xmlns: NAMESPACES.xmlns,
    'xmlns:image': uses(({ images }) => images.length > 0) ? NAMESPACES['xmlns:image'] : null,
    'xmlns:news': uses(({ news }) => news !== undefined) ? NAMESPACES['xmlns:news'] : null,
  };
  return element('urlset', attributes, ...entries.map(url));
}

function url({ url, modified, images, news }: SitemapEntry): Xml {
  return element(
    'url',
    {},
    ...located(url, modified),
    ...images.map((image) => element('image:image', {}, element('image:loc', {}, image))),
    news === undefined ? null : newsOf(news),
  );
}

function newsOf({ title, language, published }: NonNullable<SitemapEntry['news']>): Xml {
  return element(
    'news:news',
    {},
    element(
      'news:publication',
      {},
      element('news:name', {}, publication.name),
      element('news:language', {}, language),
    ),
    element('news:publication_date', {}, w3cDate(published)),
    element('news:title', {}, title),
  );
}

function index(files: SitemapIndex['files']): Xml {
  return element(
    'sitemapindex',
    { xmlns: NAMESPACES.xmlns },
    ...files.map(({ url, modified }) => element('sitemap', {}, ...located(url, modified))),
  );
}

function located(url: string, modified: Date | null): readonly (Xml | null)[] {
  return [
    element('loc', {}, url),
    modified === null ? null : element('lastmod', {}, w3cDate(modified)),
  ];
}

/** `2025-12-22T14:05:00+00:00`: W3C date and time, to the second as HTTP has it. */
function w3cDate(instant: Date): string {
  return instant.toISOString().replace(/\.\d{3}Z$/, '+00:00');
}
