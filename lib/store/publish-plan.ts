import type { ArticleDocument } from '@/lib/document/documents';
import { PublishRefused } from './publish-report';

export type StoredArticle = Readonly<{ id: string; slug: string; contentHash: string }>;

/** A story to be written under its id. `from` is the slug it loses, if any. */
export type WrittenArticle = Readonly<{
  id: string;
  from: string | null;
  document: ArticleDocument;
}>;

export type ArticlePlan = Readonly<{
  create: readonly ArticleDocument[];
  change: readonly WrittenArticle[];
  /** Slugs. */
  unchanged: readonly string[];
  /** Slugs of stored stories that no file holds. */
  missing: readonly string[];
}>;

/**
 * What publishing has to do. A document with an unknown slug is a renamed story when one of its
 * aliases is the slug of a stored story without a file, or when its slug is an old one of such a
 * story (a rename taken back); else it is new.
 * @param oldSlugs id of the story by its old slugs
 */
export function planArticles(
  stored: readonly StoredArticle[],
  oldSlugs: ReadonlyMap<string, string>,
  documents: readonly ArticleDocument[],
): ArticlePlan {
  const bySlug = new Map(stored.map((story) => [story.slug, story]));
  const adrift = new Map(bySlug);
  for (const { slug } of documents) adrift.delete(slug);
  const create: ArticleDocument[] = [];
  const change: WrittenArticle[] = [];
  const unchanged: string[] = [];
  for (const document of documents) {
    const same = bySlug.get(document.slug);
    const former = same ?? findFormer(document, adrift, oldSlugs);
    if (former === undefined) create.push(document);
    else if (former.contentHash === document.contentHash) unchanged.push(document.slug);
    else change.push({ id: former.id, from: same ? null : former.slug, document });
    if (former !== undefined) adrift.delete(former.slug);
  }
  refuseLivingAliases(documents, adrift);
  return { create, change, unchanged, missing: [...adrift.keys()].sort() };
}

function findFormer(
  { slug, aliases }: ArticleDocument,
  adrift: ReadonlyMap<string, StoredArticle>,
  oldSlugs: ReadonlyMap<string, string>,
): StoredArticle | undefined {
  const renamed = aliases.flatMap((alias) => adrift.get(alias) ?? []).at(0);
  if (renamed !== undefined) return renamed;
  const id = oldSlugs.get(slug);
  return id === undefined ? undefined : [...adrift.values()].find((story) => story.id === id);
}

function refuseLivingAliases(
  documents: readonly ArticleDocument[],
  adrift: ReadonlyMap<string, unknown>,
): void {
  for (const { file, aliases } of documents) {
    const taken = aliases.find((alias) => adrift.has(alias));
    if (taken === undefined) continue;
    throw new PublishRefused(
      `${file} aliases: “${taken}” is still the address of another published story, whose file is gone; remove the alias, or bring that file back`,
    );
  }
}
