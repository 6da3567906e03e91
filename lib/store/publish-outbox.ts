import type { PushTarget } from '@/lib/site/push-targets';
import { FEED_FORMATS, feedPath } from '@/lib/text/feed-path';
import type { Database } from './client';
import { momentsOf, type PushMoment, type PushStanding } from './push-moments';

/** Keeps a statement's parameter, one JSON text, below a megabyte. */
const ROWS_PER_STATEMENT = 5_000;

type Standings = ReadonlyMap<string, PushStanding>;

/** Where these stories stand by id, as the rows stand. */
export async function pushStandingsOf(db: Database, ids: readonly string[]): Promise<Standings> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<(PushStanding & { id: string })[]>`
    SELECT article.id, '/' || section.slug || '/' || article.slug AS path,
      visible_from AS "visibleFrom", withdrawn_at AS "withdrawnAt",
      ARRAY['/', '/' || section.slug]
        || ARRAY(SELECT '/tag/' || tag.slug FROM article_tag JOIN tag ON tag.id = tag_id
                 WHERE article_id = article.id)
        || ARRAY(SELECT '/author/' || author.slug FROM article_author JOIN author ON author.id = author_id
                 WHERE article_id = article.id) AS lists
    FROM article JOIN section ON section.id = article.section_id
    WHERE article.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

/** Writes what the targets are to be told of stories that stood and stand so. */
export async function writeOutbox(
  db: Database,
  targets: readonly PushTarget[],
  changes: readonly Readonly<{ before: PushStanding | null; after: PushStanding }>[],
  now: Date,
): Promise<void> {
  const moments = changes.flatMap(({ before, after }) => momentsOf(before, after, now));
  const rows = rowsOf(targets, moments);
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    await write(db, rows.slice(start, start + ROWS_PER_STATEMENT), now);
  }
}

type Row = Readonly<{ target: string; subject: string; due_at: Date }>;

function rowsOf(targets: readonly PushTarget[], moments: readonly PushMoment[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { protocol, url: target } of targets) {
    for (const { at, standing } of moments) {
      for (const subject of subjectsOf(protocol, standing)) {
        rows.set(`${target} ${subject} ${at.toISOString()}`, { target, subject, due_at: at });
      }
    }
  }
  return [...rows.values()];
}

function subjectsOf(protocol: PushTarget['protocol'], { path, lists }: PushStanding) {
  if (protocol === 'indexnow') return [path];
  return lists.flatMap((home) => FEED_FORMATS.map((format) => feedPath(home, format)));
}

/**
 * What was to be told later of stories with these paths may be true no more: an embargo that now lasts longer,
 * a withdrawal that was called off. (A feed that is told of in vain does no harm, and may be told for
 * the sake of another story.)
 */
export async function forgetPlans(
  db: Database,
  paths: readonly string[],
  now: Date,
): Promise<void> {
  await db.outbox.deleteMany({
    where: { state: 'waiting', dueAt: { gt: now }, subject: { in: [...new Set(paths)] } },
  });
}

/**
 * What is due waits in one row, however often it is published: the row is only asked for once more,
 * which whoever is sending it notices. What was given up is tried again; what was refused waits for
 * the operator.
 */
async function write(db: Database, rows: readonly Row[], now: Date): Promise<void> {
  await db.$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS given (target text, subject text, due_at timestamptz)
    ), renewed AS (
      UPDATE outbox SET
        asked = outbox.asked + 1,
        state = CASE outbox.state WHEN 'exhausted' THEN 'waiting' ELSE outbox.state END,
        attempts = CASE outbox.state WHEN 'exhausted' THEN 0 ELSE outbox.attempts END,
        retry_at = CASE outbox.state WHEN 'exhausted' THEN NULL ELSE outbox.retry_at END
      FROM given
      WHERE outbox.target = given.target AND outbox.subject = given.subject
        AND outbox.state <> 'sent' AND outbox.due_at <= ${now} AND given.due_at <= ${now}
      RETURNING outbox.target, outbox.subject
    )
    INSERT INTO outbox (target, subject, due_at)
    SELECT target, subject, due_at FROM given
    WHERE due_at > ${now} OR NOT EXISTS (
      SELECT FROM renewed
      WHERE renewed.target = given.target AND renewed.subject = given.subject
    )
    ON CONFLICT (target, subject, due_at) WHERE state <> 'sent'
    DO UPDATE SET asked = outbox.asked + 1`;
}
