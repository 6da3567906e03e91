import { database } from './client';
import { RELATED_WEIGHTS, type RelatedWeights, readOnStatement } from './read-on-statement';
import type { ReadOnRecord, RelatedRecord } from './records';
import { type Candidate, spread } from './spread';
import { type TrailRow, toTrail } from './trails';

type Kind = RelatedRecord['reason']['kind'];
type ReadOnRow = TrailRow &
  Candidate &
  Readonly<{ kind: Kind | 'self' | 'previous' | 'next'; names: string[] | null }>;
type Choice = ReadOnRow & Readonly<{ kind: Kind }>;

/**
 * Where readers of a story may go on. Related: the editors' pins in their order, then the likest by
 * shared tags and words, then the section's newest; each once, never the story itself, and the same
 * news no more often than it is worth. Previous and next: its neighbours in the section's list.
 * Visible stories only; of a story that is not visible itself, nothing. One statement.
 */
export async function findReadOn(
  slug: string,
  now: Date,
  limit: number,
  weights: RelatedWeights = RELATED_WEIGHTS,
): Promise<ReadOnRecord> {
  const rows = await database().$queryRaw<ReadOnRow[]>(readOnStatement(slug, now, limit, weights));
  const rowOf = (kind: ReadOnRow['kind']) => rows.find((row) => row.kind === kind);
  const neighbour = (side: 'previous' | 'next') => {
    const row = rowOf(side);
    return row === undefined ? null : trailOf(row);
  };
  const self = rowOf('self');
  if (self === undefined) return { related: [], previous: null, next: null };
  const choices = spread(rows.filter(isChoice), self, limit, weights.repetition);
  return {
    related: choices.map((row) => ({ trail: trailOf(row), reason: reasonOf(row) })),
    previous: neighbour('previous'),
    next: neighbour('next'),
  };
}

function isChoice(row: ReadOnRow): row is Choice {
  return row.kind !== 'self' && row.kind !== 'previous' && row.kind !== 'next';
}

function reasonOf({ kind, names }: Choice): RelatedRecord['reason'] {
  return kind === 'tags' ? { kind, names: names ?? [] } : { kind };
}

function trailOf({ kind, names, step, score, lead, words, ...row }: ReadOnRow) {
  return toTrail(row);
}
