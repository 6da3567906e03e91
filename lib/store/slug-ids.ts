/** What rows are called in files, and their ids. */
export type SlugIds<Id> = ReadonlyMap<string, Id>;

export function slugIds<Id>(rows: readonly Readonly<{ id: Id; slug: string }>[]): SlugIds<Id> {
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

/** The document layer has seen to it that names resolve; this guards against its faults. */
export function resolve<Id>(ids: SlugIds<Id>, slug: string): Id {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`“${slug}” is named by a file but is not stored`);
  return id;
}
