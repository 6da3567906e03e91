/** A feed's form, named as its address ends. */
export type FeedFormat = 'xml' | 'atom' | 'json';

export const FEED_FORMATS: readonly FeedFormat[] = ['xml', 'atom', 'json'];

/** The feed of the list at `home`, a site path. */
export function feedPath(home: string, format: FeedFormat): string {
  return `${home === '/' ? '' : home}/feed.${format}`;
}
