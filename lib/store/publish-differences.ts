import type { Block } from '@/lib/document/blocks';
import { bodyLines } from '@/lib/document/body/text';
import { canonicalJson } from '@/lib/document/content-hash';
import type { ArticleDocument } from '@/lib/document/documents';
import { type DiffLine, diffLines } from '@/lib/text/word-diff';
import type { Database } from './client';
import type { WrittenArticle } from './publish-plan';
import type { ArticleDifference } from './publish-report';
import { lastDocuments } from './publish-revisions';

/** A field of a story as it was and as it is; of the text, the lines. */
export type FieldDifference =
  | Readonly<{ field: string; before: string | null; after: string | null }>
  | Readonly<{ field: 'text'; lines: readonly DiffLine[] }>;

/** A run that changes more than an editor can read tells the first. */
export const MOST_TOLD = 200;

/** What is different in stories that are about to be written, compared with their last revisions. */
export async function differencesOf(
  db: Database,
  changes: readonly WrittenArticle[],
): Promise<ArticleDifference[]> {
  const told = changes.slice(0, MOST_TOLD);
  if (told.length === 0) return [];
  const last = await lastDocuments(
    db,
    told.map(({ id }) => id),
  );
  return told.map(({ id, from, document }) => ({
    slug: document.slug,
    from,
    fields: fieldDifferences(last.get(id) as StoredDocument, document),
  }));
}

/** As JSON has it; one of an earlier version of the paper may lack fields. */
type StoredDocument = Readonly<Partial<Record<keyof ArticleDocument, unknown>>>;

/** What readers cannot see, or see in another field. */
const UNTOLD: ReadonlySet<string> = new Set([
  ...['id', 'file', 'contentHash', 'minor', 'reusesAddress', 'bodyText', 'wordCount', 'body'],
]);

/** Fields in the order of the document; the text at the end. */
export function fieldDifferences(
  before: StoredDocument,
  document: ArticleDocument,
): readonly FieldDifference[] {
  const after = JSON.parse(JSON.stringify(document)) as StoredDocument;
  const names = Object.keys(after).filter((name) => !UNTOLD.has(name)) as (keyof ArticleDocument)[];
  const fields = names.flatMap((field): FieldDifference[] => {
    const [old, now] = [show(before[field]), show(after[field])];
    return old === now ? [] : [{ field, before: old, after: now }];
  });
  return [...fields, ...textDifference((before.body ?? []) as readonly Block[], document.body)];
}

function textDifference(before: readonly Block[], after: readonly Block[]): FieldDifference[] {
  const lines = diffLines(bodyLines(before), bodyLines(after));
  if (lines.some(({ kind }) => kind !== 'same')) return [{ field: 'text', lines }];
  return canonicalJson(before) === canonicalJson(after) ? [] : [{ field: 'text', lines: [] }];
}

/** Nothing, an empty list and false are shown in one way: there is nothing to see. */
function show(value: unknown): string | null {
  if (value === undefined || value === null || value === false) return null;
  if (Array.isArray(value)) {
    return value.length === 0 ? null : value.map((item) => show(item) ?? '').join(', ');
  }
  if (typeof value !== 'object') return String(value);
  // JSON columns come back with their keys in another order.
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const told = entries.flatMap(([key, inner]) => {
    const text = show(inner);
    return text === null ? [] : [`${key}: ${text}`];
  });
  return `(${told.join('; ')})`;
}
