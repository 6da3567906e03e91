import { database } from './client';
import { listSections } from './list-queries';
import type { FrontRecord } from './records';
import { findTrails } from './trails';
import { visibleSql } from './visibility';

/** Where a story stands on the front page; a story may stand in several places. */
type Place = Readonly<{ id: string; area: 'placed' | 'newest' | 'section'; section: string }>;

/**
 * The editors' placements, the newest stories, and the newest of each section.
 * @param newestLimit how many of the newest
 * @param sectionLimit how many of each section
 */
export async function findFront(
  now: Date,
  newestLimit: number,
  sectionLimit: number,
): Promise<FrontRecord> {
  const [places, sections] = await Promise.all([
    listPlaces(now, newestLimit, sectionLimit),
    listSections(),
  ]);
  const trails = await findTrails(places.map(({ id }) => id));
  const at = (isHere: (place: Place) => boolean) =>
    places.filter(isHere).flatMap(({ id }) => trails.get(id) ?? []);
  return {
    placed: at(({ area }) => area === 'placed'),
    newest: at(({ area }) => area === 'newest'),
    sections: sections.map((section) => ({
      section,
      newest: at((place) => place.area === 'section' && place.section === section.slug),
    })),
  };
}

async function listPlaces(
  now: Date,
  newestLimit: number,
  sectionLimit: number,
): Promise<readonly Place[]> {
  return database().$queryRaw<Place[]>`
    (SELECT article.id, 'placed' AS area, '' AS section, placement.position AS rank
     FROM front_placement placement JOIN article ON article.id = placement.article_id
     WHERE ${visibleSql(now)}
     ORDER BY placement.position LIMIT 100)
    UNION ALL
    (SELECT article.id, 'newest', '', row_number() OVER (ORDER BY visible_from DESC, id DESC)
     FROM article WHERE ${visibleSql(now)}
     ORDER BY visible_from DESC, id DESC LIMIT ${newestLimit})
    UNION ALL
    (SELECT latest.id, 'section', section.slug, latest.rank
     FROM section CROSS JOIN LATERAL (
       SELECT id, row_number() OVER (ORDER BY visible_from DESC, id DESC) AS rank
       FROM article WHERE section_id = section.id AND ${visibleSql(now)}
       ORDER BY visible_from DESC, id DESC LIMIT ${sectionLimit}
     ) latest)
    ORDER BY area, section, rank`;
}
