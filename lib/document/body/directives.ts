import { z } from 'zod';
import { explainIssues } from '../explain-issue';
import { fileBeside, isWebAddress, language, line, webAddress } from '../fields';
import { type BodyContext, placeOf, rawText } from './context';
import type { Directive } from './markdown';

/**
 * The directives of a body: their forms, attributes and examples. Checks, error words and
 * `content/README.md` come from here.
 */

const href = z.string().superRefine((text, context) => {
  if (isWebAddress(text) || /^\/[^/]/.test(text)) return;
  context.addIssue({
    code: 'custom',
    message: `“${text}” is not an address`,
    params: { remedy: 'begin with https://, or with / for a page of this site' },
  });
});

const by = line(300).optional().meta({
  description: 'Whose words they are.',
  example: '"Joint statement, Budapest, 5 December 1994"',
});

const title = line(120).meta({ description: 'The words above it.', example: '"Background"' });

export const directives = {
  image: {
    form: 'leaf',
    purpose: 'A picture; the words in brackets are its caption.',
    attributes: z.strictObject({
      file: fileBeside.meta({
        description: 'Name of the picture, which lies beside the story.',
        example: '"map.png"',
      }),
      alt: line(500).meta({
        description: 'What it shows, for those who cannot see it.',
        example: '"Map of the Black Sea coast."',
      }),
      credit: line(200).meta({ description: 'Who made it.', example: '"PRISM News"' }),
      rights: line(200).meta({
        description: 'By what right it is shown: its licence, or who owns it.',
        example: '"CC BY 4.0"',
      }),
    }),
    example:
      '::image[The coast between Anapa and Sochi.]{file="map.png" alt="Map of the Black Sea coast." credit="PRISM News" rights="CC BY 4.0"}',
  },
  embed: {
    form: 'leaf',
    purpose: 'A link shown as a card, on a line of its own. Nothing foreign is loaded.',
    attributes: z.strictObject({
      url: webAddress.meta({ description: 'Where it leads.', example: '"https://www.un.org/"' }),
      provider: line(100).optional().meta({
        description: 'Who publishes it.',
        example: '"United Nations"',
      }),
    }),
    example:
      '::embed[Charter of the United Nations]{url="https://www.un.org/en/about-us/un-charter" provider="United Nations"}',
  },
  table: {
    form: 'container',
    purpose: 'A table with a caption.',
    attributes: z.strictObject({
      caption: line(300).meta({ description: 'The words above it.', example: '"Who signed what"' }),
    }),
    example:
      ':::table{caption="Who signed what"}\n| State | Signed |\n| --- | ---: |\n| Ukraine | 1994 |\n:::',
  },
  quote: {
    form: 'container',
    purpose: 'Words that were really said or written, exactly, as part of the text.',
    attributes: z.strictObject({
      by,
      source: href.optional().meta({
        description: 'Where they can be read.',
        example: '"https://treaties.un.org/"',
      }),
      lang: language.optional().meta({
        description: 'Their language (BCP 47), when it is not the story’s.',
        example: '"fr"',
      }),
    }),
    example:
      ':::quote{by="Universal Declaration of Human Rights, Article 1"}\nAll human beings are born free and equal in dignity and rights.\n:::',
  },
  pullquote: {
    form: 'container',
    purpose: 'A line lifted out for display; one paragraph.',
    attributes: z.strictObject({ by }),
    example: ':::pullquote\nThe words were chosen so that each side could go home with them.\n:::',
  },
  context: {
    form: 'container',
    purpose: 'A box of background: paragraphs and lists.',
    attributes: z.strictObject({ title }),
    example: ':::context{title="Context"}\nThe plan had been leaked some weeks before.\n:::',
  },
  timeline: {
    form: 'container',
    purpose:
      'Dated entries in order of time, one list item each. `date` may be left out; it is a year, a month, a day, a range `A/B`, or `A/..` for what goes on.',
    attributes: z.strictObject({ title }),
    example:
      ':::timeline{title="Diplomacy in Wartime"}\n- :at[Nearly four years ago]{date="2022-02-24"} Russia launches its full-scale invasion.\n- :at[Dec. 19–21, 2025]{date="2025-12-19/2025-12-21"} Envoys meet in Miami.\n:::',
  },
  keypoints: {
    form: 'container',
    purpose: 'Three to five short sentences near the top.',
    attributes: z.strictObject({ title }),
    example:
      ':::keypoints{title="Key points"}\n- Ukraine gave up the warheads on its soil.\n- It was given assurances, not guarantees.\n:::',
  },
  lang: {
    form: 'text',
    purpose: 'Words in another language.',
    attributes: z.strictObject({
      lang: language.meta({ description: 'BCP 47 tag of the language.', example: '"fr"' }),
    }),
    example: ':lang[mot juste]{lang=fr}',
  },
  at: {
    form: 'text',
    purpose: 'The date of a timeline entry; stands first in its list item.',
    attributes: z.strictObject({
      date: z.string().optional().meta({
        description: 'The date for machines.',
        example: '"2025-12-19/2025-12-21"',
      }),
    }),
    example: ':at[Dec. 19–21, 2025]{date="2025-12-19/2025-12-21"}',
  },
} as const satisfies Record<string, DirectiveRule>;

export type DirectiveRule = Readonly<{
  form: 'text' | 'leaf' | 'container';
  purpose: string;
  attributes: z.ZodObject;
  example: string;
}>;

/** The checked attributes, or null when a problem was reported. */
export function readAttributes<Schema extends z.ZodType>(
  node: Directive,
  schema: Schema,
  context: BodyContext,
): z.output<Schema> | null {
  const attributes = node.attributes ?? {};
  const result = schema.safeParse(attributes);
  const head = rawText(node, context).split('\n', 1)[0] ?? '';
  const curly = /=\s*[“”„‟‘’]/.exec(head);
  if (curly !== null) {
    const place = inHead(node, curly.index, context);
    const remedy = 'use straight ones: {name="value"}';
    context.report.error(place, 'body', 'curly quotation marks stand round a value', remedy);
    return null;
  }
  if (result.success) return result.data;
  for (const issue of explainIssues(schema, attributes, result.error.issues)) {
    const name = String(issue.path.at(-1) ?? '');
    const offset = head.indexOf('{') < 0 ? -1 : head.indexOf(name, head.indexOf('{'));
    const place = offset < 0 ? placeOf(node, context) : inHead(node, offset, context);
    const [message, remedy] =
      issue.part === 'key'
        ? [`${nameOf(node)} has no attribute “${name}”`, issue.remedy]
        : [`${nameOf(node)}: ${name} ${issue.message}`, attributeRemedy(issue.remedy)];
    context.report.error(place, 'body', message, remedy);
  }
  return null;
}

/** `:::quote`, `::image`, `:lang`. */
export function nameOf(node: Pick<Directive, 'type' | 'name'>): string {
  const colons = { textDirective: ':', leafDirective: '::', containerDirective: ':::' };
  return colons[node.type] + node.name;
}

function inHead(node: Directive, offset: number, context: BodyContext) {
  const { line, column } = placeOf(node, context);
  return { line, column: column + offset };
}

/** Attributes are written `name="value"`, fields of YAML `name: value`. */
function attributeRemedy(remedy: string): string {
  return remedy.replace(/^((?:add|write) \w+): /, '$1=');
}
