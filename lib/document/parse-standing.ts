import type { z } from 'zod';
import { publication } from '@/lib/site/publication';
import type { FindPicture } from './body/context';
import { parseBody } from './body/parse-body';
import { checkFields } from './check-fields';
import { contentHash } from './content-hash';
import type { AuthorDocument, PageDocument } from './documents';
import { authorSchema, pageSchema } from './front-matter';
import type { Mention } from './mentions';
import type { Report } from './report';
import { splitFrontMatter } from './source-text';
import { parseYaml } from './yaml-source';

/** An author or a page read by itself. */
type ParsedStanding<Document> = Readonly<{
  slug: string;
  report: Report;
  /** null when the file has an error. */
  document: Document | null;
  mentions: readonly Mention[];
}>;

export type ParsedAuthor = ParsedStanding<AuthorDocument>;
export type ParsedPage = ParsedStanding<PageDocument>;

/** `text` is null when the file could not be read; the report says why. */
type StandingFile = Readonly<{ slug: string; text: string | null }>;

export function parseAuthor(
  { slug, text }: StandingFile,
  findPicture: FindPicture,
  report: Report,
): ParsedStanding<AuthorDocument> {
  const { fields, body } = parseParts(text, authorSchema, findPicture, report);
  const document =
    fields === null || report.failed ? null : { slug, ...fields, biography: body.blocks };
  return { slug, report, document, mentions: body.mentions };
}

export function parsePage(
  { slug, text }: StandingFile,
  findPicture: FindPicture,
  report: Report,
): ParsedStanding<PageDocument> {
  const { fields, body } = parseParts(text, pageSchema, findPicture, report);
  if (fields === null || report.failed) {
    return { slug, report, document: null, mentions: body.mentions };
  }
  const content = { slug, ...fields, body: body.blocks };
  const document = { ...content, contentHash: contentHash(content) };
  return { slug, report, document, mentions: body.mentions };
}

function parseParts<Fields>(
  text: string | null,
  schema: z.ZodType<Fields>,
  findPicture: FindPicture,
  report: Report,
) {
  const split = text === null ? null : splitFrontMatter(text, report);
  if (split === null) return { fields: null, body: { blocks: [], mentions: [] } };
  const yaml = parseYaml(split.yaml, 2, 'front matter', report);
  return {
    fields: yaml === null ? null : checkFields(schema, yaml, report),
    body: parseBody(split.body, split.bodyLine, report, findPicture, publication.language),
  };
}
