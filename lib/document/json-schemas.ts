import { parse } from 'yaml';
import { z } from 'zod';
import { authorSchema, pageSchema, storySchema } from './front-matter';
import { frontSchema, sectionsSchema, tagsSchema } from './list-schemas';

/** What each kind of content file must hold, for programs that edit YAML, by name. */
const KINDS = {
  story: { schema: storySchema, title: 'The fields of a story, articles/<section>/<slug>.md' },
  author: { schema: authorSchema, title: 'The fields of an author, authors/<slug>.md' },
  page: { schema: pageSchema, title: 'The fields of a standing page, pages/<slug>.md' },
  sections: { schema: sectionsSchema, title: 'The sections, sections.yaml' },
  tags: { schema: tagsSchema, title: 'The tags, tags.yaml' },
  front: { schema: frontSchema, title: 'The front page, front.yaml' },
} as const satisfies Record<string, Readonly<{ schema: z.ZodType; title: string }>>;

export type ContentKind = keyof typeof KINDS;

export const CONTENT_KINDS = Object.keys(KINDS) as ContentKind[];

/**
 * JSON Schema (draft 7, which every editing program knows) of a kind of content file, made from the
 * schema that checks it. It is the weaker of the two: what only the whole folder can tell, and what
 * a text means, is left to `npm run seed -- --check`.
 */
export function jsonSchema(kind: ContentKind): Readonly<Record<string, unknown>> {
  const { schema, title } = KINDS[kind];
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema: field }) => {
      // Ours alone: JSON Schema has examples as values, not as YAML.
      const { example } = field;
      delete field.example;
      delete field.wordsForReaders;
      if (typeof example === 'string') field.examples = [parse(example)];
    },
  });
  return { $schema, title, ...rest };
}
