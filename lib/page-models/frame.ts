import { findFrame } from '@/lib/store/frame-queries';
import type { Frame } from './model';
import { sectionLink } from './trail';

let lastKnown: Frame = { sections: [], pages: [] };

/**
 * What surrounds every page, and the number of the edition it was read from. Read last of all that a
 * page shows: whatever was published while the page was read, the number tells of it.
 */
export async function loadFrame(): Promise<Readonly<{ frame: Frame; edition: string }>> {
  const { sections, pages, edition } = await findFrame();
  lastKnown = {
    sections: sections.map(sectionLink),
    pages: pages.map(({ slug, name }) => ({ href: `/${slug}`, text: name })),
  };
  return { frame: lastKnown, edition };
}

/** The frame read last: a page that says that the database is away still needs its way home. */
export function lastKnownFrame(): Frame {
  return lastKnown;
}
