import type { CreativeWork, NewsArticle, Organization, Person } from 'schema-dts';
import type { ArticlePage, Head } from '@/lib/page-models/model';
import { authorId, websiteId } from './identity';
import { newsroomReference } from './newsroom';
import { wikidataUrl } from './wikidata';

/** A story. What Google reads and recommends, what answers who, whence and what about; no more. */
export function buildNewsArticle(page: ArticlePage, article: Article): NewsArticle {
  const { head, sources, corrections } = page;
  const url = head.canonicalUrl;
  // The first is for wide cards; search engines ask for the others (Google, Article: image).
  const [, ...images] = head.images;
  const subjects = article.tags.flatMap(({ name, wikidata }) =>
    wikidata === null ? [] : [{ '@type': 'Thing', name, sameAs: wikidataUrl(wikidata) } as const],
  );
  return {
    '@type': 'NewsArticle',
    '@id': `${url}#story`,
    mainEntityOfPage: url,
    isPartOf: { '@id': websiteId(head) },
    headline: page.headline,
    description: page.standfirst,
    ...(images.length > 0 && { image: images.map((image) => image.url) }),
    datePublished: article.publishedIso,
    dateModified: article.updatedIso,
    author: article.authors.map(buildAuthor),
    publisher: newsroomReference(head),
    articleSection: article.section,
    ...(article.tags.length > 0 && { keywords: article.tags.map(({ name }) => name) }),
    ...(subjects.length > 0 && { about: subjects }),
    inLanguage: page.language,
    wordCount: article.wordCount,
    isAccessibleForFree: true,
    ...(sources.length > 0 && { citation: sources.map(buildCitation) }),
    ...(corrections.length > 0 && {
      correction: corrections.map(
        ({ at, text }) => ({ '@type': 'CorrectionComment', datePublished: at.iso, text }) as const,
      ),
    }),
  };
}

type Article = NonNullable<Head['article']>;

function buildAuthor({ name, url, isDesk }: Article['authors'][number]): Person | Organization {
  return { '@type': isDesk ? 'Organization' : 'Person', '@id': authorId(url), name, url };
}

/** A source without an address is cited by its name. */
function buildCitation({ name, url }: ArticlePage['sources'][number]): CreativeWork | string {
  return url === null ? name : { '@type': 'CreativeWork', name, url };
}
