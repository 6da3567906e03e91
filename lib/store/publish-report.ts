import type { Lookup, Series } from '@/lib/document/shelf';
import type { FieldDifference } from './publish-differences';

/** A story as it was published and as it is now. */
export type ArticleDifference = Readonly<{
  slug: string;
  from: string | null;
  fields: readonly FieldDifference[];
}>;

/** What a publishing run changed. Lists hold slugs. */
export type PublishReport = Readonly<{
  articles: Readonly<{
    created: Series<string>;
    updated: Series<string>;
    renamed: Series<Readonly<{ from: string; to: string }>>;
    unchanged: Series<string>;
    /** Published, and in no file any more: left as they are. */
    missing: Series<string>;
    /** Taken back because their files are gone. */
    withdrawn: Series<string>;
    /** Who the stories are whose files do not say so, by file. */
    identities: Lookup<string>;
    /** Who the stories were already whose files say something else, by file. */
    otherIdentities: Lookup<string>;
    /** Paths that files of stories had. */
    left: Series<string>;
    /** Of stories whose files are gone, by the path that these had. */
    withdrawals: Lookup<Readonly<{ at: Date; reason: string }>>;
    /** What is different in stories that were there before: in the first of them. */
    differences: readonly ArticleDifference[];
    /** Of the pages that show what changed, here and below; of all, where they are too many to be named. */
    keys: readonly string[];
    /** Paths of the first stories that were written and that readers can see. */
    addresses: readonly string[];
  }>;
  sections: Changes;
  tags: Changes;
  authors: Changes;
  pages: Changes;
  frontChanged: boolean;
  picturesAdded: number;
  anythingChanged: boolean;
}>;

export type Changes = Readonly<{
  created: readonly string[];
  updated: readonly string[];
  /** Stored, and in no file any more: left as they are. */
  missing: readonly string[];
  keys: readonly string[];
}>;

/** Why a file cannot be published over what is stored. */
export type Refusal = Readonly<{
  /** Path below the content folder. */
  file: string;
  /** Of the front matter. */
  field: string;
  /** The field to point at where the file does not have that one. */
  near?: string;
  message: string;
  remedy: string;
}>;

/** Files that are right by themselves but cannot be published over what is stored. */
export class PublishRefused extends Error {
  override name = 'PublishRefused';

  constructor(readonly refusals: readonly Refusal[]) {
    super(
      refusals
        .map(({ file, field, message, remedy }) => `${file} ${field}: ${message}; ${remedy}`)
        .join('\n'),
    );
  }
}

/** Compares documents with what is stored under their slugs. */
export function findChanges<Document extends Readonly<{ slug: string }>, Stored>(
  documents: readonly Document[],
  stored: ReadonlyMap<string, Stored>,
  isSame: (document: Document, stored: Stored, index: number) => boolean,
): Omit<Changes, 'keys'> {
  const known = new Set(documents.map(({ slug }) => slug));
  const isNew = ({ slug }: Document) => !stored.has(slug);
  const isChanged = (document: Document, index: number) => {
    const before = stored.get(document.slug);
    return before !== undefined && !isSame(document, before, index);
  };
  return {
    created: documents.filter(isNew).map(({ slug }) => slug),
    updated: documents.filter(isChanged).map(({ slug }) => slug),
    missing: [...stored.keys()].filter((slug) => !known.has(slug)).sort(),
  };
}

/** Whether a run wrote the row of this slug. */
export function wrote({
  created,
  updated,
}: Pick<Changes, 'created' | 'updated'>): (slug: string) => boolean {
  const slugs = new Set([...created, ...updated]);
  return (slug) => slugs.has(slug);
}

export function bySlug<Row extends Readonly<{ slug: string }>>(
  rows: readonly Row[],
): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.slug, row]));
}
