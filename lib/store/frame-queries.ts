import { database } from './client';
import type { FrameRecord, NameRecord } from './records';

/** More sections, and more pages, than the head and foot of a page could show. */
const MANY = 200;

type FrameRow = NameRecord & Readonly<{ kind: 'section' | 'page' | 'edition' }>;

/** The sections in the paper's order, the standing pages by slug, and the edition. One statement. */
export async function findFrame(): Promise<FrameRecord> {
  const rows = await database().$queryRaw<FrameRow[]>`
    (SELECT 'section' AS kind, slug, name, position FROM section ORDER BY position, slug LIMIT ${MANY})
    UNION ALL
    (SELECT 'page', slug, title, 0 FROM standing_page ORDER BY slug LIMIT ${MANY})
    UNION ALL
    (SELECT 'edition', version::text, '', 0 FROM edition)
    ORDER BY kind, position, slug`;
  const names = (wanted: FrameRow['kind']) =>
    rows.filter(({ kind }) => kind === wanted).map(({ slug, name }) => ({ slug, name }));
  const [edition] = names('edition');
  if (edition === undefined) throw new Error('The table “edition” has no row.');
  return { sections: names('section'), pages: names('page'), edition: edition.slug };
}

/** The number of the edition alone: see FrameRecord. */
export async function findEdition(): Promise<string> {
  const { version } = await database().edition.findUniqueOrThrow({
    where: { id: 1 },
    select: { version: true },
  });
  return version.toString();
}
