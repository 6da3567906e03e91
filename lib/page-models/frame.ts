import { findFrame } from '@/lib/store/frame-queries';
import type { Frame } from './model';
import { sectionLink } from './trail';

let lastKnown: Frame = { sections: [], pages: [] };

/** What surrounds every page. */
export async function loadFrame(): Promise<Frame> {
  const { sections, pages } = await findFrame();
  lastKnown = {
    sections: sections.map(sectionLink),
    pages: pages.map(({ slug, name }) => ({ href: `/${slug}`, text: name })),
  };
  return lastKnown;
}

/** The frame read last: a page that says that the database is away still needs its way home. */
export function lastKnownFrame(): Frame {
  return lastKnown;
}
