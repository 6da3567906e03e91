import type { TrailRecord } from '@/lib/store/records';
import { articleKey } from '@/lib/text/page-keys';
import type { Freshness } from './model';

/** The freshness of a page that shows `stories`, and whose other facts have the keys `own`. */
export function freshnessOf(own: readonly string[], stories: readonly TrailRecord[]): Freshness {
  return {
    keys: keysOf(own, stories),
    modified: latest(stories.map(changedAt)),
  };
}

/** Each key once. */
export function keysOf(
  own: readonly string[],
  stories: readonly Readonly<{ id: string }>[],
): readonly string[] {
  return [...new Set([...own, ...stories.map(({ id }) => articleKey(id))])];
}

/** From when on readers could see a story as it is now. */
export function changedAt({
  contentUpdatedAt,
  visibleFrom,
}: Pick<TrailRecord, 'contentUpdatedAt' | 'visibleFrom'>): Date {
  return contentUpdatedAt > visibleFrom ? contentUpdatedAt : visibleFrom;
}

export function latest(instants: readonly Date[]): Date | null {
  return instants.reduce<Date | null>(
    (newest, instant) => (newest === null || instant > newest ? instant : newest),
    null,
  );
}
