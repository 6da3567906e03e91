/** What one kind of thing should say, by a search engine's documentation. */
export type Expectation = Readonly<{
  type: string;
  source: string;
  /** Paths of properties, `author.name`; each must be there in every value on the way. */
  required: readonly string[];
  recommended: readonly string[];
  /** Only where it is described, not where another thing refers to it. */
  describedOnly?: boolean;
}>;

const google = 'https://developers.google.com/search/docs/appearance';

/**
 * Google's tables of fields. Of what it recommends for profiles and organisations, those stand here
 * that a newsroom of desks has: no counts of followers, no postal address, no stock exchange number.
 */
export const expectations: readonly Expectation[] = [
  {
    type: 'NewsArticle',
    source: `${google}/structured-data/article`,
    required: [],
    recommended: [
      ...['headline', 'image', 'datePublished', 'dateModified'],
      ...['author', 'author.name', 'author.url'],
    ],
  },
  {
    type: 'BreadcrumbList',
    source: `${google}/structured-data/breadcrumb`,
    required: ['itemListElement', 'itemListElement.position', 'itemListElement.name'],
    recommended: [],
  },
  {
    type: 'ProfilePage',
    source: `${google}/structured-data/profile-page`,
    required: ['mainEntity', 'mainEntity.name'],
    recommended: ['mainEntity.description', 'mainEntity.url'],
  },
  {
    type: 'NewsMediaOrganization',
    source: `${google}/structured-data/organization`,
    required: [],
    recommended: ['name', 'url', 'logo', 'description', 'contactPoint', 'contactPoint.contactType'],
    describedOnly: true,
  },
  {
    type: 'ItemList',
    source: `${google}/structured-data/carousel`,
    required: ['itemListElement', 'itemListElement.position', 'itemListElement.url'],
    recommended: [],
  },
  {
    type: 'WebSite',
    source: `${google}/site-names`,
    required: ['name', 'url'],
    recommended: [],
    describedOnly: true,
  },
];
