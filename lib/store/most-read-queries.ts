import { database } from './client';
import { Prisma } from './generated/client';
import type { MostReadRecord } from './records';
import { type TrailRow, toTrail, trailColumns, trailJoins } from './trails';
import { visibleSql } from './visibility';

/**
 * The two lists: readings of the last 24 hours and of the last seven days, the present ones included,
 * in periods of so many `hours` that begin with the clock's, in UTC. What was read `halfLife` periods
 * earlier counts half, so that the evening's stories overtake the morning's: at the end of either
 * window it counts about an eighth.
 */
const LISTS = {
  today: { hours: 1, periods: 24, halfLife: 8 },
  week: { hours: 24, periods: 7, halfLife: 2 },
} as const;

export type MostReadList = keyof typeof LISTS;

/** Fewer readings than this, whenever they were, say nothing of readers as a whole. */
const FEWEST = 10;

/**
 * Only so many of each period, and of all periods together, are looked at: a list costs the same
 * however many stories there are and however many of them are read.
 */
const CANDIDATES = 50;

/** The stories of a section that were read most. @param limit for each list */
export async function listMostRead(
  slug: string,
  now: Date,
  limit: number,
): Promise<MostReadRecord> {
  const section = Prisma.sql`(SELECT id FROM section WHERE slug = ${slug})`;
  const rows = await database().$queryRaw<(TrailRow & { list: MostReadList })[]>`
    SELECT read.list, ${trailColumns}
    FROM (${mostReadStatement(now, limit, section)}) read (id, list, rank)
    JOIN article ON article.id = read.id ${trailJoins}
    ORDER BY read.list, read.rank`;
  const of = (wanted: MostReadList) =>
    rows.filter(({ list }) => list === wanted).map(({ list: _, ...row }) => toTrail(row));
  return { today: of('today'), week: of('week') };
}

/**
 * Rows of a story's id, the list it is in and its rank there, from 1: visible stories, the newest
 * first among equals.
 * @param limit for each list
 * @param section the id of the one whose stories are asked for; absent: the whole paper's
 */
export function mostReadStatement(now: Date, limit: number, section?: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    (${listStatement('today', now, limit, section)})
    UNION ALL
    (${listStatement('week', now, limit, section)})`;
}

/**
 * A reading's section is where its story stood then; the story's own says where it stands now. Weights
 * are rounded to a thousandth of a reading, or equals would differ by the order of adding.
 */
function listStatement(
  list: MostReadList,
  now: Date,
  limit: number,
  section?: Prisma.Sql,
): Prisma.Sql {
  const { hours, periods, halfLife } = LISTS[list];
  const period = Prisma.sql`${hours}::int * interval '1 hour'`;
  const within = (table: string) =>
    section ? Prisma.sql`AND ${Prisma.raw(table)}.section_id = ${section}` : Prisma.empty;
  return Prisma.sql`
    SELECT article.id, ${list} AS list,
      row_number() OVER (ORDER BY weight DESC, visible_from DESC, id DESC) AS rank
    FROM (
      SELECT article_id,
        round(sum(readings * 0.5 ^ (ago / ${halfLife}::float8))::numeric, 3) AS weight
      FROM generate_series(0, ${periods - 1}::int) ago CROSS JOIN LATERAL (
        SELECT article_id, readings FROM reading
        WHERE hours = ${hours}::int
          AND begins = date_bin(${period}, ${now}::timestamptz, 'epoch') - ago * ${period}
          ${within('reading')}
        ORDER BY readings DESC, article_id LIMIT ${CANDIDATES}
      ) most
      GROUP BY article_id HAVING sum(readings) >= ${FEWEST}
      ORDER BY weight DESC, article_id DESC LIMIT ${CANDIDATES}
    ) counted JOIN article ON article.id = counted.article_id
    WHERE ${visibleSql(now)} ${within('article')}
    ORDER BY rank LIMIT ${limit}`;
}
