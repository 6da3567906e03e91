import { database } from './client';
import { Prisma } from './generated/client';
import { listSections } from './list-queries';
import type { FrontRecord } from './records';
import { type TrailRow, toTrail, trailColumns, trailJoins } from './trails';
import { visibleSql } from './visibility';

/** Where a story stands on the front page; a story may stand in several places. */
type Place = TrailRow & Readonly<{ area: 'placed' | 'newest' | 'section' | 'read' }>;

/**
 * What "most read" means: readings of the last day, in hours that begin with the clock's, those of
 * the last six counting double, so that the evening's stories overtake the morning's. Fewer readings
 * than `fewest` say nothing of readers as a whole. Only so many `candidates` of each hour, and of all
 * hours together, are looked at: the statement costs the same however many stories are read.
 */
const MOST_READ = { hours: 24, recentHours: 6, fewest: 10, candidates: 50 } as const;

export type FrontLimits = Readonly<{ newest: number; ofSection: number; mostRead: number }>;

/**
 * The editors' placements, the newest stories, the newest of each section, and those read most.
 * @param limits how many of the newest, of each section's, of those read most
 */
export async function findFront(now: Date, limits: FrontLimits): Promise<FrontRecord> {
  const [places, sections] = await Promise.all([listPlaces(now, limits), listSections()]);
  const at = (isHere: (place: Place) => boolean) =>
    places.filter(isHere).map(({ area: _, ...row }) => toTrail(row));
  return {
    placed: at(({ area }) => area === 'placed'),
    newest: at(({ area }) => area === 'newest'),
    sections: sections.map((section) => ({
      section,
      newest: at((place) => place.area === 'section' && place.section.slug === section.slug),
    })),
    mostRead: at(({ area }) => area === 'read'),
  };
}

async function listPlaces(now: Date, limits: FrontLimits): Promise<readonly Place[]> {
  return database().$queryRaw<Place[]>`
    SELECT places.area, ${trailColumns}
    FROM (${placesStatement(now, limits)}) places
    JOIN article ON article.id = places.id ${trailJoins}
    ORDER BY places.area, places.rank`;
}

function placesStatement(now: Date, limits: FrontLimits): Prisma.Sql {
  return Prisma.sql`
    (SELECT article.id, 'placed' AS area, placement.position AS rank
     FROM front_placement placement JOIN article ON article.id = placement.article_id
     WHERE ${visibleSql(now)}
     ORDER BY placement.position LIMIT 100)
    UNION ALL
    (SELECT article.id, 'newest', row_number() OVER (ORDER BY visible_from DESC, id DESC)
     FROM article WHERE ${visibleSql(now)}
     ORDER BY visible_from DESC, id DESC LIMIT ${limits.newest})
    UNION ALL
    (SELECT latest.id, 'section', latest.rank
     FROM section CROSS JOIN LATERAL (
       SELECT id, row_number() OVER (ORDER BY visible_from DESC, id DESC) AS rank
       FROM article WHERE section_id = section.id AND ${visibleSql(now)}
       ORDER BY visible_from DESC, id DESC LIMIT ${limits.ofSection}
     ) latest)
    UNION ALL
    (SELECT article.id, 'read', row_number() OVER (ORDER BY weight DESC, visible_from DESC, id DESC)
     FROM (${readStatement(now)}) counted JOIN article ON article.id = counted.article_id
     WHERE ${visibleSql(now)}
     ORDER BY weight DESC, visible_from DESC, id DESC LIMIT ${limits.mostRead})`;
}

/** Stories that were read, with their weights: see MOST_READ. */
function readStatement(now: Date): Prisma.Sql {
  const { hours, recentHours, fewest, candidates } = MOST_READ;
  return Prisma.sql`
    SELECT article_id, sum(CASE WHEN ago < ${recentHours} THEN 2 * readings ELSE readings END) AS weight
    FROM generate_series(0, ${hours - 1}) ago CROSS JOIN LATERAL (
      SELECT article_id, readings FROM reading
      WHERE hour = date_bin('1 hour', ${now}::timestamptz, 'epoch') - ago * interval '1 hour'
      ORDER BY readings DESC, article_id LIMIT ${candidates}
    ) most
    GROUP BY article_id HAVING sum(readings) >= ${fewest}
    ORDER BY weight DESC, article_id DESC LIMIT ${candidates}`;
}
