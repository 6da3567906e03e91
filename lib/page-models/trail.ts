import type { NameRecord, TrailRecord } from '@/lib/store/records';
import type { Link, Trail } from './model';
import { buildDay } from './times';

/** The one address of a story. */
export function articleHref(sectionSlug: string, slug: string): string {
  return `/${sectionSlug}/${slug}`;
}

/** @param href of a story */
export function historyLink(href: string): Link {
  return { href: `${href}/history`, text: 'History of this story' };
}

export function sectionLink({ slug, name }: NameRecord): Link {
  return { href: `/${slug}`, text: name };
}

export function tagLink({ slug, name }: NameRecord): Link {
  return { href: `/tag/${slug}`, text: name };
}

/** Every tag, A to Z. */
export const tagsLink: Link = { href: '/tags', text: 'Tags' };

/** Some tags, and the way to the others. */
export function topicLinks(tags: readonly NameRecord[]): readonly Link[] {
  return tags.length === 0 ? [] : [...tags.map(tagLink), { ...tagsLink, text: 'All tags' }];
}

export function authorLink({ slug, name }: NameRecord): Link {
  return { href: `/author/${slug}`, text: name };
}

export function buildTrail(record: TrailRecord): Trail {
  return {
    href: articleHref(record.section.slug, record.slug),
    section: sectionLink(record.section),
    kicker: record.kicker,
    headline: record.headline,
    standfirst: record.standfirst,
    published: buildDay(record.firstPublishedAt),
    language: record.language,
    image: record.image,
  };
}
