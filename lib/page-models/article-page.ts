import { publication } from '@/lib/site/publication';
import { findReadOn } from '@/lib/store/read-on-queries';
import type { ArticleRecord, ReadOnRecord, TrailRecord } from '@/lib/store/records';
import { articleKey, authorKey, sectionKey, tagKey } from '@/lib/text/page-keys';
import { isDesk } from './authors';
import { cardHeadImages } from './card';
import { feedAlternate } from './feed-links';
import { changedAt, keysOf, latest } from './freshness';
import { absoluteUrl, buildHead } from './head';
import type { ArticlePage, Freshness, Head, Link, WithdrawnPage } from './model';
import type { Moved } from './page';
import { buildRelated } from './related';
import { buildShareLinks } from './share';
import { findStoryAt } from './story-at';
import { markdownPath } from './syndicated-story';
import { buildInstant } from './times';
import { articleHref, authorLink, historyLink, sectionLink, tagLink } from './trail';

/** The story under a slug as of `now`; moved when it stands under another section or slug. */
export async function loadArticlePage(
  sectionSlug: string,
  slug: string,
  now: Date,
): Promise<ArticlePage | WithdrawnPage | Moved | null> {
  const [found, readOn] = await Promise.all([
    findStoryAt(sectionSlug, slug, now),
    findReadOn(slug, now, publication.relatedCount),
  ]);
  if (found === null) return null;
  if ('movedTo' in found) return { kind: 'moved', href: found.movedTo };
  return found.kind === 'withdrawn' ? found : buildArticlePage(found, readOn);
}

export function buildArticlePage(record: ArticleRecord, readOn: ReadOnRecord): ArticlePage {
  const changed = record.contentUpdatedAt.getTime() !== record.firstPublishedAt.getTime();
  const head = buildArticleHead(record);
  const corrections = record.corrections.map(({ at, ...correction }) => ({
    at: buildInstant(at),
    ...correction,
  }));
  return {
    kind: 'article',
    ...freshnessOfArticle(record, readOn),
    head,
    section: sectionLink(record.section),
    kicker: record.kicker,
    headline: record.headline,
    standfirst: record.standfirst,
    language: record.language,
    byline: record.authors.map(authorLink),
    published: buildInstant(record.firstPublishedAt),
    updated: changed ? buildInstant(record.contentUpdatedAt) : null,
    history:
      changed || corrections.length > 0
        ? historyLink(articleHref(record.section.slug, record.slug))
        : null,
    readingTime: readingTime(record.wordCount),
    image: record.image,
    notices: corrections.filter(({ serious }) => serious),
    body: record.body,
    sources: record.sources,
    corrections,
    tags: record.tags.map(tagLink),
    related: readOn.related.map(buildRelated),
    previous: neighbourLink(readOn.previous),
    next: neighbourLink(readOn.next),
    share: buildShareLinks(head.canonicalUrl, record.headline),
  };
}

function freshnessOfArticle(
  record: ArticleRecord,
  { related, previous, next }: ReadOnRecord,
): Freshness {
  const own = [
    articleKey(record.id),
    sectionKey(record.section.slug),
    ...record.tags.map(({ slug }) => tagKey(slug)),
    ...record.authors.map(({ slug }) => authorKey(slug)),
  ];
  const shown = [...related.map(({ trail }) => trail), previous ?? [], next ?? []].flat();
  return {
    keys: keysOf(own, shown),
    modified: latest([changedAt(record), ...record.corrections.map(({ at }) => at)]),
  };
}

function buildArticleHead(record: ArticleRecord): Head {
  const path = articleHref(record.section.slug, record.slug);
  return buildHead({
    title: record.seoTitle ?? record.headline,
    description: record.standfirst,
    path,
    language: record.language,
    images: cardHeadImages(record),
    alternates: [
      feedAlternate('/', null, 'xml'),
      feedAlternate(`/${record.section.slug}`, record.section.name, 'xml'),
      { href: markdownPath(path), type: 'text/markdown', title: 'Markdown' },
    ],
    article: {
      section: record.section.name,
      tags: record.tags.map(({ name, wikidata }) => ({ name, wikidata })),
      authors: record.authors.map((author) => ({
        name: author.name,
        url: absoluteUrl(authorLink(author).href),
        isDesk: isDesk(author),
      })),
      publishedIso: record.firstPublishedAt.toISOString(),
      updatedIso: record.contentUpdatedAt.toISOString(),
      socialTitle: record.socialTitle ?? record.headline,
      wordCount: record.wordCount,
    },
  });
}

/** At an adult's pace of silent reading, never less than a minute. */
function readingTime(wordCount: number): string {
  return `${Math.max(1, Math.round(wordCount / publication.readingPace))} min read`;
}

function neighbourLink(story: TrailRecord | null): Link | null {
  return story && { href: articleHref(story.section.slug, story.slug), text: story.headline };
}
