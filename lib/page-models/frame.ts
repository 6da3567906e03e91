import { listSections } from '@/lib/store/list-queries';
import { listStandingPages } from '@/lib/store/page-queries';
import type { Frame } from './model';
import { sectionLink } from './trail';

let lastKnown: Frame = { sections: [], pages: [] };

/**
 * What surrounds every page. While the database is away, the frame it gave last: a page that says
 * so still needs its way home.
 */
export async function loadFrame(): Promise<Frame> {
  try {
    const [sections, pages] = await Promise.all([listSections(), listStandingPages()]);
    lastKnown = {
      sections: sections.map(sectionLink),
      pages: pages.map(({ slug, title }) => ({ href: `/${slug}`, text: title })),
    };
  } catch (error) {
    console.error('The sections could not be read; showing those last known:', error);
  }
  return lastKnown;
}
