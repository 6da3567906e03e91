import { publication } from '@/lib/site/publication';
import { findSection, listSectionTrails } from '@/lib/store/list-queries';
import { sectionKey } from '@/lib/text/page-keys';
import { buildListPage } from './list-page';
import type { ListPage } from './model';

/** A page of a section; null for no such section or page. */
export async function loadSectionPage(
  slug: string,
  page: number | null,
  now: Date,
): Promise<ListPage | null> {
  const section = await findSection(slug);
  if (section === null || page === null) return null;
  return buildListPage({
    kind: 'section',
    keys: [sectionKey(slug)],
    label: 'Section',
    title: section.name,
    description: section.description,
    headDescription: `${section.name} from ${publication.name}. ${section.description}`,
    path: `/${slug}`,
    page,
    list: await listSectionTrails(slug, now, page),
  });
}
