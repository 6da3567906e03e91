import { publication } from '@/lib/site/publication';
import { findTag, findTagAlias, listTagTrails } from '@/lib/store/list-queries';
import type { TagRecord } from '@/lib/store/records';
import { tagKey } from '@/lib/text/page-keys';
import { buildListPage } from './list-page';
import type { ListPage } from './model';
import type { Moved } from './page';
import { tagLink } from './trail';

/** A page of a tag; moved for an alias; null for no such tag or page. */
export async function loadTagPage(
  slug: string,
  page: number | null,
  now: Date,
): Promise<ListPage | Moved | null> {
  const tag = await findTag(slug);
  if (tag === null) {
    const canonical = await findTagAlias(slug);
    return canonical === null ? null : { kind: 'moved', href: `/tag/${canonical}` };
  }
  if (page === null) return null;
  const slugs = slugsOf(tag);
  return buildListPage({
    kind: 'tag',
    keys: [...slugs, ...(tag.parent ? [tag.parent.slug] : [])].map(tagKey),
    label: 'Tag',
    title: tag.name,
    description: tag.description,
    headDescription: `Stories about ${tag.name} from ${publication.name}. ${tag.description}`,
    path: `/tag/${slug}`,
    page,
    list: await listTagTrails(slugs, now, page),
    subject: { kind: 'topic', wikidata: tag.wikidata },
    breadcrumbs: tag.parent ? [tagLink(tag.parent)] : [],
    navigation:
      tag.children.length > 0
        ? [{ title: 'More precisely', links: tag.children.map(tagLink) }]
        : [],
  });
}

/** Of the tags whose stories a tag's page and feeds hold. */
export function slugsOf({ slug, includesChildren, children }: TagRecord): readonly string[] {
  return [slug, ...(includesChildren ? children.map((child) => child.slug) : [])];
}
