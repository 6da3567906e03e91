import type { ArticleRecord } from '@/lib/store/records';
import { fallbackOf, mediaTypes, renditionPath } from '@/lib/text/renditions';
import { latest } from './freshness';
import { absoluteUrl } from './head';
import type { Block, Link, Picture, TimeText } from './model';
import { buildInstant } from './times';
import { articleHref, authorLink, sectionLink, tagLink } from './trail';

/** A story, whole, as it leaves the site. All addresses are absolute, but for those in the body. */
export type SyndicatedStory = Readonly<{
  /** `urn:uuid:` and the story's id (RFC 9562, 4): outlives headline, slug and section. */
  id: string;
  url: string;
  markdownUrl: string;
  headline: string;
  standfirst: string;
  /** BCP 47. */
  language: string;
  authors: readonly Link[];
  section: Link;
  tags: readonly Link[];
  published: Date;
  /** When its text last changed, or a correction was added to it. */
  updated: Date;
  image: SyndicatedImage | null;
  body: readonly Block[];
  sources: ArticleRecord['sources'];
  corrections: readonly Readonly<{ at: TimeText; text: string }>[];
}>;

export type SyndicatedImage = Readonly<{
  url: string;
  mediaType: string;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  alt: string;
  caption: string | null;
  credit: string;
  rights: string | null;
}>;

export function buildSyndicatedStory(record: ArticleRecord): SyndicatedStory {
  const path = articleHref(record.section.slug, record.slug);
  const { image, contentUpdatedAt } = record;
  return {
    id: `urn:uuid:${record.id}`,
    url: absoluteUrl(path),
    markdownUrl: absoluteUrl(markdownPath(path)),
    headline: record.headline,
    standfirst: record.standfirst,
    language: record.language,
    authors: record.authors.map(authorLink).map(absoluteLink),
    section: absoluteLink(sectionLink(record.section)),
    tags: record.tags.map(tagLink).map(absoluteLink),
    published: record.firstPublishedAt,
    updated:
      latest(record.corrections.map(({ at }) => at).concat(contentUpdatedAt)) ?? contentUpdatedAt,
    image: image && {
      ...syndicatedFile(image.picture),
      alt: image.alt,
      caption: image.caption,
      credit: image.credit,
      rights: image.rights,
    },
    body: record.body,
    sources: record.sources,
    corrections: record.corrections.map(({ at, text }) => ({ at: buildInstant(at), text })),
  };
}

/** Where a story stands in Markdown. */
export function markdownPath(path: string): string {
  return `${path}.md`;
}

function absoluteLink({ href, text }: Link): Link {
  return { href: absoluteUrl(href), text };
}

/** One file that every program can show. */
function syndicatedFile(picture: Picture) {
  const rendition = fallbackOf(picture, null);
  const { width, height, format } = rendition;
  return {
    url: absoluteUrl(renditionPath(picture, rendition)),
    mediaType: mediaTypes[format],
    ...{ width, height },
  };
}
