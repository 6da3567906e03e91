import type { ArticleDocument } from '@/lib/document/documents';
import { PublishRefused, type Refusal } from './publish-report';

export type StoredArticle = Readonly<{
  id: string;
  slug: string;
  contentHash: string;
  /** The content file, below the content folder. */
  file: string;
}>;

/** A story to be written under its id. */
export type WrittenArticle = Readonly<{
  id: string;
  /** The slug it loses, if any. */
  from: string | null;
  document: ArticleDocument;
}>;

export type ArticlePlan = Readonly<{
  create: readonly ArticleDocument[];
  change: readonly WrittenArticle[];
  /** As they are stored. */
  unchanged: readonly Readonly<{ id: string; document: ArticleDocument }>[];
  /** Paths of files that have moved. */
  left: readonly string[];
  /** Stored stories that no file holds. */
  missing: readonly StoredArticle[];
}>;

/**
 * What publishing has to do. Throws PublishRefused where a file would take an address that is not
 * its own.
 * @param oldSlugs id of the story by its old slugs
 */
export function planArticles(
  stored: readonly StoredArticle[],
  oldSlugs: ReadonlyMap<string, string>,
  documents: readonly ArticleDocument[],
): ArticlePlan {
  const formers = identify(stored, oldSlugs, documents);
  const held = new Set([...formers.values()].map(({ id }) => id));
  const missing = stored
    .filter(({ id }) => !held.has(id))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  refuseTaking(documents, formers, missing, ownersOf(stored, oldSlugs));
  const create: ArticleDocument[] = [];
  const change: WrittenArticle[] = [];
  const unchanged: ArticlePlan['unchanged'][number][] = [];
  for (const document of documents) {
    const former = formers.get(document);
    if (former === undefined) create.push(document);
    else if (former.contentHash === document.contentHash)
      unchanged.push({ id: former.id, document });
    else {
      const from = former.slug === document.slug ? null : former.slug;
      change.push({ id: former.id, from, document });
    }
  }
  const left = [...formers].flatMap(([{ file }, former]) =>
    former.file === file ? [] : [former.file],
  );
  return { create, change, unchanged, missing, left };
}

type Formers = ReadonlyMap<ArticleDocument, StoredArticle>;

/**
 * Which stored story each document is: the one of its id; else the one of its slug; else one that
 * had or has the slug of one of its aliases, or had its slug, and is in no other file. No story is
 * two documents'.
 */
function identify(
  stored: readonly StoredArticle[],
  oldSlugs: ReadonlyMap<string, string>,
  documents: readonly ArticleDocument[],
): Formers {
  const free = new Map(stored.map((story) => [story.id, story]));
  const bySlug = new Map(stored.map((story) => [story.slug, story.id]));
  const found = new Map<ArticleDocument, StoredArticle>();
  const rules: ((document: ArticleDocument) => readonly (string | null | undefined)[])[] = [
    ({ id }) => [id],
    ({ slug }) => [bySlug.get(slug)],
    ({ slug, aliases }) => [...aliases.map((alias) => bySlug.get(alias)), oldSlugs.get(slug)],
  ];
  for (const idsOf of rules) {
    for (const document of documents) {
      if (found.has(document)) continue;
      const story = idsOf(document)
        .flatMap((id) => free.get(id ?? '') ?? [])
        .at(0);
      if (story === undefined) continue;
      found.set(document, story);
      free.delete(story.id);
    }
  }
  return found;
}

/** Whose address each slug is, or was last. */
function ownersOf(
  stored: readonly StoredArticle[],
  oldSlugs: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map([...oldSlugs, ...stored.map(({ id, slug }) => [slug, id] as const)]);
}

function refuseTaking(
  documents: readonly ArticleDocument[],
  formers: Formers,
  missing: readonly StoredArticle[],
  owners: ReadonlyMap<string, string>,
): void {
  const adrift = new Set(missing.map(({ slug }) => slug));
  const refusals = documents.flatMap((document): Refusal[] => {
    const { file, slug, aliases, reusesAddress } = document;
    const taken = aliases.find((alias) => adrift.has(alias));
    if (taken !== undefined) {
      return [
        {
          ...{ file, field: 'aliases' },
          message: `“${taken}” is still the address of another published story, whose file is gone`,
          remedy: 'remove the alias, or bring that file back',
        },
      ];
    }
    const owner = owners.get(slug);
    if (owner === undefined || owner === formers.get(document)?.id) return [];
    if (adrift.has(slug)) {
      return [
        {
          ...{ file, field: 'id' },
          message: `“${slug}” is still the address of another published story, whose file is gone`,
          remedy: `write id: ${owner} if it is this story; else give this file another name`,
        },
      ];
    }
    if (reusesAddress) return [];
    return [
      {
        ...{ file, field: 'reusesAddress' },
        message: `“${slug}” was the address of another story, which still leads there`,
        remedy:
          'choose another name for the file, or write reusesAddress: true to take the address away',
      },
    ];
  });
  if (refusals.length > 0) throw new PublishRefused(refusals);
}
