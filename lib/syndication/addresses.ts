import { absoluteUrl } from '@/lib/page-models/head';

/** An address as a story's text has it, for where the story is read elsewhere. */
export function absoluteHref(href: string, storyUrl: string): string {
  if (href.startsWith('#')) return storyUrl + href;
  return href.startsWith('/') ? absoluteUrl(href) : href;
}
