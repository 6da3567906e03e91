import { database } from './client';
import { Prisma } from './generated/client';
import type {
  AuthorRecord,
  NameRecord,
  SectionRecord,
  TagCountRecord,
  TagRecord,
  TrailList,
  TrailRecord,
} from './records';
import { storedBody } from './stored-body';
import { type ListSource, type LongList, listLongTrails } from './trail-lists';
import { nameSelect, newestFirst, toTrail, trailSelect } from './trails';
import { visibleAt, visibleSql } from './visibility';

/** More sections, or children of a tag, than any page could show. */
const MANY = 200;

/** In the paper's order. */
export async function listSections(): Promise<readonly SectionRecord[]> {
  return database().section.findMany({
    select: { ...nameSelect, description: true },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: MANY,
  });
}

export async function findSection(slug: string): Promise<SectionRecord | null> {
  return database().section.findUnique({
    where: { slug },
    select: { ...nameSelect, description: true },
  });
}

/** The newest stories of the whole paper. */
export async function listNewest(now: Date, limit: number): Promise<readonly TrailRecord[]> {
  const rows = await database().article.findMany({
    where: visibleAt(now),
    select: trailSelect,
    orderBy: [...newestFirst],
    take: limit,
  });
  return rows.map(toTrail);
}

/** `page` counts from 1, here and below; past the end the list is empty. */
export async function listSectionTrails(slug: string, now: Date, page: number): Promise<TrailList> {
  return listLongTrails(sectionList(slug), now, page);
}

export function sectionList(slug: string): LongList {
  const section = Prisma.sql`(SELECT id FROM section WHERE slug = ${slug})`;
  return {
    ...PAPER,
    ...{ list: 'section', listId: section, months: null },
    within: Prisma.sql`article.section_id = ${section}`,
  };
}

/** All stories, the newest for readers first. */
export const PAPER: ListSource = {
  ...{ table: Prisma.sql`article`, alias: 'article' },
  id: Prisma.sql`article.id`,
  at: Prisma.sql`article.visible_from`,
  within: Prisma.sql`true`,
};

export async function findTag(slug: string): Promise<TagRecord | null> {
  return database().tag.findUnique({
    where: { slug },
    select: {
      ...nameSelect,
      description: true,
      wikidata: true,
      includesChildren: true,
      parent: { select: nameSelect },
      children: { select: nameSelect, orderBy: { name: 'asc' }, take: MANY },
    },
  });
}

/** The slug of the tag that has this alias. */
export async function findTagAlias(alias: string): Promise<string | null> {
  const found = await database().tagAlias.findUnique({
    where: { slug: alias },
    select: { tag: { select: { slug: true } } },
  });
  return found?.tag.slug ?? null;
}

/** The stories of a tag; of one that includes its children theirs as well, each once. */
export async function listTagTrails(tag: TagRef, now: Date, page: number): Promise<TrailList> {
  return listLongTrails(tagList(tag), now, page);
}

/** What is written about now is seen in so many stories; a paper's whole archive would say what always was. */
const LATELY = 1_000;

/** Tags of the newest stories, those with most of them first. */
export async function listTags(now: Date, limit: number): Promise<readonly TagCountRecord[]> {
  return database().$queryRaw<(NameRecord & { count: number })[]>`
    WITH lately AS MATERIALIZED (
      SELECT id FROM article WHERE ${visibleSql(now)}
      ORDER BY visible_from DESC, id DESC
      LIMIT ${LATELY}
    )
    SELECT tag.slug, tag.name, count(*)::int AS count
    FROM lately
    JOIN article_tag ON article_tag.article_id = lately.id
    JOIN tag ON tag.id = article_tag.tag_id
    GROUP BY tag.id
    ORDER BY count DESC, tag.slug
    LIMIT ${limit}`;
}

export async function findAuthor(slug: string): Promise<AuthorRecord | null> {
  const author = await database().author.findUnique({
    where: { slug },
    select: { ...nameSelect, role: true, biography: true },
  });
  return author && { ...author, biography: storedBody(author.biography) };
}

export async function listAuthorTrails(slug: string, now: Date, page: number): Promise<TrailList> {
  return listLongTrails(authorList(slug), now, page);
}

export function authorList(slug: string): LongList {
  return listOf('author', Prisma.sql`(SELECT id FROM author WHERE slug = ${slug})`);
}

/** What says which stories are a tag's. */
export type TagRef = Pick<TagRecord, 'slug' | 'includesChildren'>;

export function tagList({ slug, includesChildren }: TagRef): LongList {
  return listOf(
    includesChildren ? 'tree' : 'tag',
    Prisma.sql`(SELECT id FROM tag WHERE slug = ${slug})`,
  );
}

/** Where the stories that have a name are linked to it. */
const LINKS = {
  tag: { table: 'article_tag', column: 'tag_id' },
  tree: { table: 'article_tree', column: 'tag_id' },
  author: { table: 'article_author', column: 'author_id' },
} as const;

/** The stories that have a name, by the table that links the two. */
export function listOf(list: keyof typeof LINKS, listId: Prisma.Sql): LongList {
  const { table, column } = LINKS[list];
  return {
    ...{ list, listId, months: null },
    ...{ table: Prisma.sql`${Prisma.raw(table)} link`, alias: 'link' },
    id: Prisma.sql`link.article_id`,
    at: Prisma.sql`link.visible_from`,
    within: Prisma.sql`link.${Prisma.raw(column)} = ${listId}`,
  };
}
