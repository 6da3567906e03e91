import { database } from './client';
import type { RelatedRecord } from './records';
import { relatedStatement } from './related-statement';
import { findTrails } from './trails';

type RelatedRow = Readonly<{
  id: string;
  kind: RelatedRecord['reason']['kind'];
  names: string[] | null;
}>;

/**
 * Stories to read after this one: the editors' pins in their order, then the likest by shared tags
 * and words, then the section's newest. Visible ones only, each once, never the story itself.
 */
export async function listRelated(
  articleId: string,
  now: Date,
  limit: number,
): Promise<readonly RelatedRecord[]> {
  const rows = await database().$queryRaw<RelatedRow[]>(relatedStatement(articleId, now, limit));
  const trails = await findTrails(rows.map(({ id }) => id));
  return rows.flatMap((row) => {
    const trail = trails.get(row.id);
    return trail === undefined ? [] : [{ trail, reason: reasonOf(row) }];
  });
}

function reasonOf({ kind, names }: RelatedRow): RelatedRecord['reason'] {
  return kind === 'tags' ? { kind, names: names ?? [] } : { kind };
}
