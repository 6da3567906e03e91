import { z } from 'zod';
import { distinct, line, slug } from './fields';

/** What stands in `sections.yaml`, `tags.yaml` and `front.yaml`. */

export const sectionsSchema = z
  .array(
    z.strictObject({
      slug: slug.meta({ description: 'First part of its addresses.', example: 'world' }),
      name: line(60).meta({ description: 'As readers see it.', example: 'World' }),
      description: line(500).meta({
        description: 'One sentence below the name.',
        example: 'States, borders and what happens between them.',
      }),
    }),
  )
  .min(1);

const tag = z.strictObject({
  name: line(60).meta({ description: 'As readers see it.', example: 'Peace Talks' }),
  description: line(500).meta({
    description: 'One sentence below the name.',
    example: 'Negotiations meant to end wars.',
  }),
  parent: slug.optional().meta({
    description: 'Slug of the wider tag to which it belongs.',
    example: 'diplomacy',
  }),
  includesChildren: z.boolean().optional().meta({
    description:
      'Set to true when its page and feeds are to hold the stories of the tags below it as well.',
    example: 'true',
  }),
  aliases: distinct(slug).optional().meta({
    description: 'Other slugs that lead to this tag.',
    example: '[peace-process]',
  }),
  iptc: z
    .string()
    .regex(/^medtop:\d{8}$/)
    .optional()
    .meta({ description: 'IPTC Media Topics code.', example: 'medtop:20000593' }),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/)
    .optional()
    .meta({ description: 'Wikidata item.', example: 'Q212' }),
});

export const tagsSchema = z.record(slug, tag);

export const frontSchema = z.strictObject({
  lead: slug.nullable().optional().meta({
    description: 'Slug of the story that leads the front page. Left out: the newest.',
    example: 'what-the-budapest-memorandum-promised-ukraine',
  }),
  featured: distinct(slug).nullable().optional().meta({
    description: 'Slugs of the stories below it, in order; the rest fills by itself.',
    example: '[how-a-ceasefire-is-watched, the-keeling-curve]',
  }),
});
