import { database } from './client';
import { readOnStatement } from './read-on-statement';
import type { ReadOnRecord, RelatedRecord } from './records';
import { type TrailRow, toTrail } from './trails';

type ReadOnRow = TrailRow &
  Readonly<{
    kind: RelatedRecord['reason']['kind'] | 'previous' | 'next';
    names: string[] | null;
  }>;

/**
 * Where readers of a story may go on. Related: the editors' pins in their order, then the likest by
 * shared tags and words, then the section's newest; each once, never the story itself. Previous and
 * next: its neighbours in the section's list. Visible stories only; of a story that is not visible
 * itself, nothing. One statement.
 */
export async function findReadOn(slug: string, now: Date, limit: number): Promise<ReadOnRecord> {
  const rows = await database().$queryRaw<ReadOnRow[]>(readOnStatement(slug, now, limit));
  const places = rows.map(({ kind, names, ...row }) => ({ kind, names, trail: toTrail(row) }));
  const neighbour = (side: 'previous' | 'next') =>
    places.find(({ kind }) => kind === side)?.trail ?? null;
  return {
    related: places.flatMap(({ kind, names, trail }) => {
      if (kind === 'previous' || kind === 'next') return [];
      return [{ trail, reason: kind === 'tags' ? { kind, names: names ?? [] } : { kind } }];
    }),
    previous: neighbour('previous'),
    next: neighbour('next'),
  };
}
