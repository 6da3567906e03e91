import { publication } from '@/lib/site/publication';
import { listNewest, listSections } from '@/lib/store/list-queries';
import type { SectionRecord, TrailRecord } from '@/lib/store/records';
import { FEED_FORMATS, feedPath } from '@/lib/text/feed-path';
import { pageKeys } from '@/lib/text/page-keys';
import { feedFormats } from './feed-links';
import { freshnessOf } from './freshness';
import { absoluteUrl } from './head';
import type { Freshness, Link } from './model';
import { markdownPath } from './syndicated-story';
import { articleHref } from './trail';

type Described = Link & Readonly<{ description: string }>;

/** The paper in brief, for programs that read in order to answer. All addresses are absolute. */
export type Outline = Freshness &
  Readonly<{
    sections: readonly Described[];
    /** Newest first, in Markdown. */
    stories: readonly Described[];
    feeds: readonly Link[];
  }>;

export async function loadOutline(now: Date): Promise<Outline> {
  const [sections, stories] = await Promise.all([
    listSections(),
    listNewest(now, publication.feedSize),
  ]);
  return buildOutline(sections, stories);
}

export function buildOutline(
  sections: readonly SectionRecord[],
  stories: readonly TrailRecord[],
): Outline {
  return {
    ...freshnessOf([pageKeys.front, pageKeys.frame], stories),
    sections: sections.map(({ slug, name, description }) => ({
      href: absoluteUrl(`/${slug}`),
      text: name,
      description,
    })),
    stories: stories.map(({ section, slug, headline, standfirst }) => ({
      href: absoluteUrl(markdownPath(articleHref(section.slug, slug))),
      text: headline,
      description: standfirst,
    })),
    feeds: FEED_FORMATS.map((format) => ({
      href: absoluteUrl(feedPath('/', format)),
      text: feedFormats[format].name,
    })),
  };
}
