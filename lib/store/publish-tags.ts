import { isDeepStrictEqual } from 'node:util';
import type { TagDocument } from '@/lib/document/documents';
import { pageKeys, tagKey } from '@/lib/text/page-keys';
import type { Database } from './client';
import { Prisma } from './generated/client';
import { bySlug, type Changes, findChanges, wrote } from './publish-report';
import { resolve, slugIds } from './slug-ids';
import { type Table, upsertRows } from './upsert-rows';

type TagRow = Pick<TagDocument, 'slug' | 'name' | 'description' | 'iptc' | 'wikidata'> &
  Readonly<{ includes_children: boolean }>;

const TAG: Table<TagRow> = {
  name: 'tag',
  key: ['slug'],
  columns: {
    slug: 'text',
    name: 'text',
    description: 'text',
    iptc: 'text',
    wikidata: 'text',
    includes_children: 'boolean',
  },
};

const ALIAS: Table<{ slug: string; tag_id: number }> = {
  name: 'tag_alias',
  key: ['slug'],
  columns: { slug: 'text', tag_id: 'integer' },
};

/**
 * A tag whose slug became another's alias in the files takes that slug, and keeps its stories.
 * Aliases are added or moved, never dropped: an address that once led somewhere keeps leading there.
 */
export async function publishTags(
  db: Database,
  documents: readonly TagDocument[],
): Promise<Changes> {
  const before = await readTags(db);
  const changes = findChanges(documents, before, isSame);
  if (changes.created.length + changes.updated.length === 0) return { ...changes, keys: [] };
  const slugs = documents.map(({ slug }) => slug);
  await db.tagAlias.deleteMany({ where: { slug: { in: slugs } } });
  await followAliases(db, documents, new Set(changes.missing));
  const isWritten = wrote(changes);
  const written = documents.filter(({ slug }) => isWritten(slug));
  await upsertRows(db, TAG, written.map(tagRow));
  await linkParents(db, written);
  await writeAliases(db, written);
  const after = await readTags(db);
  return {
    ...changes,
    missing: changes.missing.filter((slug) => after.has(slug)),
    keys: changedTagKeys(before, after),
  };
}

/** A parent's page names its children, and a tag that is gone was named on pages, too. */
function changedTagKeys(before: StoredTags, after: StoredTags): string[] {
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (slug) => !isDeepStrictEqual(before.get(slug), after.get(slug)),
  );
  const named = changed.flatMap((slug) => [
    slug,
    before.get(slug)?.parent?.slug ?? slug,
    after.get(slug)?.parent?.slug ?? slug,
  ]);
  return [...named.map(tagKey), pageKeys.tags];
}

function tagRow({ slug, name, description, iptc, wikidata, ...tag }: TagDocument): TagRow {
  return { slug, name, description, iptc, wikidata, includes_children: tag.includesChildren };
}

async function readTags(db: Database) {
  const tags = await db.tag.findMany({
    select: {
      slug: true,
      name: true,
      description: true,
      iptc: true,
      wikidata: true,
      includesChildren: true,
      parent: { select: { slug: true } },
      aliases: { select: { slug: true }, orderBy: { slug: 'asc' } },
    },
  });
  return bySlug(tags);
}

type StoredTags = Awaited<ReturnType<typeof readTags>>;
type StoredTag = StoredTags extends ReadonlyMap<string, infer T> ? T : never;

function isSame(
  document: TagDocument,
  { parent, aliases, includesChildren, ...row }: StoredTag,
): boolean {
  const known = new Set(aliases.map(({ slug }) => slug));
  return (
    isDeepStrictEqual(tagRow(document), { ...row, includes_children: includesChildren }) &&
    document.parent === (parent?.slug ?? null) &&
    document.aliases.every((alias) => known.has(alias))
  );
}

async function followAliases(
  db: Database,
  documents: readonly TagDocument[],
  adrift: ReadonlySet<string>,
): Promise<void> {
  for (const { slug, aliases } of documents) {
    for (const former of aliases.filter((alias) => adrift.has(alias))) {
      const target = await db.tag.findUnique({ where: { slug }, select: { id: true } });
      if (target === null) await db.tag.update({ where: { slug: former }, data: { slug } });
      else await mergeTag(db, former, target.id);
    }
  }
}

async function mergeTag(db: Database, former: string, intoId: number): Promise<void> {
  const { id } = await db.tag.findUniqueOrThrow({ where: { slug: former }, select: { id: true } });
  await db.$executeRaw`
    UPDATE article_tag SET tag_id = ${intoId}
    WHERE tag_id = ${id} AND NOT EXISTS (
      SELECT FROM article_tag other
      WHERE other.article_id = article_tag.article_id AND other.tag_id = ${intoId}
    )`;
  await db.articleTag.deleteMany({ where: { tagId: id } });
  await db.tagAlias.updateMany({ where: { tagId: id }, data: { tagId: intoId } });
  await db.tag.updateMany({
    where: { parentId: id, id: { not: intoId } },
    data: { parentId: intoId },
  });
  await db.tag.delete({ where: { id } });
}

async function linkParents(db: Database, written: readonly TagDocument[]): Promise<void> {
  const pairs = written.map(({ slug, parent }) => Prisma.sql`(${slug}::text, ${parent}::text)`);
  await db.$executeRaw`
    UPDATE tag SET parent_id = parent.id
    FROM (VALUES ${Prisma.join(pairs)}) AS given(slug, parent)
    LEFT JOIN tag parent ON parent.slug = given.parent
    WHERE tag.slug = given.slug AND tag.parent_id IS DISTINCT FROM parent.id`;
}

async function writeAliases(db: Database, written: readonly TagDocument[]): Promise<void> {
  const tags = await db.tag.findMany({
    where: { slug: { in: written.map(({ slug }) => slug) } },
    select: { id: true, slug: true },
  });
  const ids = slugIds(tags);
  const rows = written.flatMap(({ slug, aliases }) =>
    aliases.map((alias) => ({ slug: alias, tag_id: resolve(ids, slug) })),
  );
  await upsertRows(db, ALIAS, rows);
}
