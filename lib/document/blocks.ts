import { z } from 'zod';

/**
 * The body of a story: a closed union of blocks, validated here, stored as JSON in Postgres,
 * and rendered without any Markdown at request time.
 */

const text = z.string().min(1);

/** A path on this site (`/world/…`) or an absolute http(s) or mailto address. */
const href = z.string().regex(/^(\/(?!\/)|https?:\/\/|mailto:|#)/);

const leafInline = [
  z.strictObject({ type: z.literal('text'), text }),
  z.strictObject({ type: z.literal('code'), text }),
  z.strictObject({ type: z.literal('break') }),
] as const;

type LeafInline = z.infer<(typeof leafInline)[number]>;

/** Text inside a block. `foreign` is a passage in another language (BCP 47 tag). */
export type Inline =
  | LeafInline
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'strong'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'foreign'; language: string; children: Inline[] };

export const inlineSchema: z.ZodType<Inline> = z.lazy(() =>
  z.union([
    ...leafInline,
    z.strictObject({ type: z.literal('emphasis'), children: inlines }),
    z.strictObject({ type: z.literal('strong'), children: inlines }),
    z.strictObject({ type: z.literal('link'), href, children: inlines }),
    z.strictObject({ type: z.literal('foreign'), language: text, children: inlines }),
  ]),
);

const inlines = z.array(inlineSchema).min(1);

/** A picture as stored: its bytes live under their content hash (`/media/{hash}.{extension}`). */
export const pictureSchema = z.strictObject({
  /** SHA-256 of the bytes, first 32 hexadecimal digits. */
  hash: z.string().regex(/^[0-9a-f]{32}$/),
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/avif']),
  /** Pixels. */
  width: z.int().positive(),
  /** Pixels. */
  height: z.int().positive(),
});
export type Picture = z.infer<typeof pictureSchema>;

const paragraph = z.strictObject({ type: z.literal('paragraph'), children: inlines });

const heading = z.strictObject({
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3)]),
  /** Stable: made from the heading's words, a counter added only to a repeated one. */
  id: text,
  children: inlines,
});

const listItem = z.strictObject({
  children: inlines,
  /** A list nested in this item, one deep at most. */
  nested: z.strictObject({ ordered: z.boolean(), items: z.array(inlines).min(1) }).nullable(),
});

const list = z.strictObject({
  type: z.literal('list'),
  ordered: z.boolean(),
  /** The first number of an ordered list. */
  start: z.int().nonnegative(),
  items: z.array(listItem).min(1),
});

const cell = z.array(inlineSchema);

const table = z.strictObject({
  type: z.literal('table'),
  caption: inlines.nullable(),
  align: z.array(z.enum(['left', 'center', 'right']).nullable()),
  header: z.array(cell).min(1),
  rows: z.array(z.array(cell)),
});

const image = z.strictObject({
  type: z.literal('image'),
  picture: pictureSchema,
  alt: text,
  caption: inlines.nullable(),
  credit: text,
  /** Files must say it; blocks stored before they had to lack it. */
  rights: text.optional(),
});

/** Words that were said or written, in the run of the story. */
const quotation = z.strictObject({
  type: z.literal('quotation'),
  paragraphs: z.array(inlines).min(1),
  attribution: inlines.nullable(),
  source: href.nullable(),
  language: text.nullable(),
});

/** A line lifted out for display; it is not read twice in feeds. */
const pullQuote = z.strictObject({
  type: z.literal('pullQuote'),
  children: inlines,
  attribution: inlines.nullable(),
});

const context = z.strictObject({
  type: z.literal('context'),
  title: text,
  blocks: z.array(z.discriminatedUnion('type', [paragraph, list])).min(1),
});

/** A date as exact as is known: `2022`, `2022-02` or `2022-02-24` (ISO 8601-1, 5.2). */
const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

const timeline = z.strictObject({
  type: z.literal('timeline'),
  title: text,
  /** Stable, unique among the body's ids. */
  id: text,
  entries: z
    .array(
      z.strictObject({
        /** Stable anchor of the entry. */
        id: text,
        /** The words shown: "Nearly 4 Years Ago". */
        label: text,
        /** What a machine reads; `to` is null for a single date, 'ongoing' for an open range. */
        when: z
          .strictObject({
            from: partialDate,
            to: z.union([partialDate, z.literal('ongoing')]).nullable(),
          })
          .nullable(),
        children: inlines,
      }),
    )
    .min(1),
});

const keyPoints = z.strictObject({
  type: z.literal('keyPoints'),
  title: text,
  points: z.array(inlines).min(1),
});

/** A link shown as a card. Nothing foreign is loaded. */
const embed = z.strictObject({
  type: z.literal('embed'),
  href: z.string().regex(/^https?:\/\//),
  title: text,
  provider: text.nullable(),
});

export const blockSchema = z.discriminatedUnion('type', [
  paragraph,
  heading,
  list,
  table,
  image,
  quotation,
  pullQuote,
  context,
  timeline,
  keyPoints,
  embed,
]);

export const bodySchema = z.array(blockSchema);

export type Block = z.infer<typeof blockSchema>;
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;
export type PartialDate = z.infer<typeof partialDate>;
