import { database } from './client';
import { Prisma } from './generated/client';
import { listSections } from './list-queries';
import { type MostReadList, mostReadStatement } from './most-read-queries';
import type { FrontRecord } from './records';
import { type TrailRow, toTrail, trailColumns, trailJoins } from './trails';
import { visibleSql } from './visibility';

/** Where a story stands on the front page; a story may stand in several places. */
type Place = TrailRow & Readonly<{ area: 'placed' | 'newest' | 'section' | MostReadList }>;

export type FrontLimits = Readonly<{ newest: number; ofSection: number; mostRead: number }>;

/**
 * The editors' placements, the newest stories, the newest of each section, and those read most.
 * @param limits how many of the newest, of each section's, in each list of those read most
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
    mostRead: {
      today: at(({ area }) => area === 'today'),
      week: at(({ area }) => area === 'week'),
    },
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
    ${mostReadStatement(now, limits.mostRead)}`;
}
