import { publication } from '@/lib/site/publication';
import { findSection, listSectionTrails } from '@/lib/store/list-queries';
import { listMostRead } from '@/lib/store/most-read-queries';
import { pageKeys, sectionKey } from '@/lib/text/page-keys';
import { buildListPage } from './list-page';
import type { ListPage } from './model';
import { mostReadCount } from './most-read';

/** A page of a section, the first with what is read most in it; null for no such section or page. */
export async function loadSectionPage(
  slug: string,
  page: number | null,
  now: Date,
): Promise<ListPage | null> {
  const section = await findSection(slug);
  if (section === null || page === null) return null;
  const isFirst = page === 1;
  const [list, mostRead] = await Promise.all([
    listSectionTrails(slug, now, page),
    isFirst ? listMostRead(slug, now, mostReadCount) : undefined,
  ]);
  return buildListPage({
    kind: 'section',
    keys: isFirst ? [sectionKey(slug), pageKeys.readings] : [sectionKey(slug)],
    label: 'Section',
    title: section.name,
    description: section.description,
    headDescription: `${section.name} from ${publication.name}. ${section.description}`,
    path: `/${slug}`,
    page,
    list,
    mostRead,
  });
}
