import { publication } from '@/lib/site/publication';
import { findTag, findTagAlias, listTagTrails } from '@/lib/store/list-queries';
import type { PeriodRecord, RelatedTagRecord, TagRecord } from '@/lib/store/records';
import { listRelatedTags, listTagMonths } from '@/lib/store/tag-queries';
import { tagKey } from '@/lib/text/page-keys';
import { buildListPage } from './list-page';
import type { ListPage } from './model';
import type { Moved } from './page';
import { buildPlot, PLOTTED_MONTHS } from './plot';
import { tagLink, tagsLink } from './trail';

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
  const [list, { related, months }] = await Promise.all([
    listTagTrails(tag, now, page),
    page === 1 ? loadSurroundings(tag, now) : NO_SURROUNDINGS,
  ]);
  const named = [...(tag.parent ? [tag.parent] : []), ...related];
  return buildListPage({
    kind: 'tag',
    keys: [...slugsOf(tag), ...named.map(({ slug }) => slug)].map(tagKey),
    label: 'Tag',
    title: tag.name,
    description: tag.description,
    headDescription: `Stories about ${tag.name} from ${publication.name}. ${tag.description}`,
    path: `/tag/${slug}`,
    page,
    list,
    subject: { kind: 'topic', wikidata: tag.wikidata },
    breadcrumbs: [tagsLink, ...(tag.parent ? [tagLink(tag.parent)] : [])],
    navigation: [
      { title: 'More precisely', links: tag.children.map(tagLink) },
      { title: 'Often together with', links: related.map(tagLink) },
    ].filter(({ links }) => links.length > 0),
    plot: buildPlot(months),
  });
}

/** Beside the stories of the first page; the other pages only go on with them. */
async function loadSurroundings(tag: TagRecord, now: Date): Promise<Surroundings> {
  const [related, months] = await Promise.all([
    listRelatedTags(tag, now, RELATED_TAGS),
    listTagMonths(tag, now, PLOTTED_MONTHS),
  ]);
  return { related, months };
}

type Surroundings = Readonly<{
  related: readonly RelatedTagRecord[];
  months: readonly PeriodRecord[];
}>;

const NO_SURROUNDINGS: Surroundings = { related: [], months: [] };
const RELATED_TAGS = 8;

/** Of the tags whose stories a tag's page and feeds hold. */
export function slugsOf({ slug, includesChildren, children }: TagRecord): readonly string[] {
  return [slug, ...(includesChildren ? children.map((child) => child.slug) : [])];
}
