import { z } from 'zod';
import { type DirectiveRule, directives } from './body/directives';
import { unwrap } from './explain-issue';
import { authorSchema, pageSchema, storySchema } from './front-matter';
import { frontSchema, sectionsSchema, tagsSchema } from './list-schemas';
import { STYLES } from './typography/styles';

/** “English”, „Deutsch“, … in each language that has its own. */
const QUOTATION_MARKS = Object.entries(STYLES)
  .map(([language, { double, single }]) => `${language} ${double.join(' ')} ${single.join(' ')}`)
  .join(', ');

import { LARGEST_AREA, LEAST_WIDTH, LONGEST_SIDE } from './pictures';

/** The text of `content/README.md`, made from the schemas that check the files. */
export function contentReference(): string {
  return `<!-- Made by \`npx tsx scripts/content-reference.ts --write\` from the schemas; do not edit. -->

# Writing for the paper

Everything that readers see comes from the files in this folder.

| Path | What it holds |
| --- | --- |
| \`articles/<section>/<slug>.md\` | a story. The file’s name is its slug, unique over the whole paper; the folder is its section |
| \`articles/<section>/<picture>\` | a picture, beside the story that shows it: JPEG, PNG, WebP or AVIF |
| \`authors/<slug>.md\` | who writes: name and role, then a biography |
| \`pages/<slug>.md\` | a standing page, such as \`/about\` |
| \`sections.yaml\` | the sections, in the order in which the paper shows them |
| \`tags.yaml\` | the tags that stories may use |
| \`front.yaml\` | which stories stand at the top of the front page |

Slugs are made of lower-case letters a-z, digits and single hyphens. Files are UTF-8 text of up to
5 MB; pictures have the same limit.

## Publishing

\`\`\`sh
npm run story -- "The headline" --section world   # begin a story, as a draft
npm run seed -- --check       # only check the files; needs no database
npm run seed -- --dry-run     # say what would be published, word by word
npm run seed                  # publish what changed
npm run preview -- some-slug  # a link to a story that nobody else can see yet
npm run export -- folder      # the whole paper, with its history, as files again
\`\`\`

[docs/editing.md](../docs/editing.md) walks through all of it. More of \`npm run seed\`, after \`--\`:

| Flag | What it does |
| --- | --- |
| \`--only PATH…\` | publish these stories and pages alone, whatever is wrong elsewhere |
| \`--watch\` | publish, and again whenever a file is saved; with \`--check\`, check only |
| \`--agenda\` | say what is coming: embargoes, withdrawals, drafts |
| \`--withdraw-missing REASON\` | take back the stories whose files are gone |
| \`--json\` | tell everything as JSON, an object a line, for tools; in GitHub’s Actions problems stand beside the lines of a change without it |

A file with an error stops publication, and every problem is shown with its file, line and column;
a warning does not stop. Publishing writes into each new file who the story is (\`id\`): rename the
file, and the old address leads to the new one. A file that is removed stays published: to take a
story back, set \`withdrawn\`.

Editing programs that read JSON Schema find it in \`.schemas/\`; VS Code, opened in the project’s folder,
offers every field and block as a snippet and checks the files whenever one is saved.

## A story

\`\`\`markdown
${storyExample()}
\`\`\`

${fieldTable(storySchema)}

A field such as \`withdrawn.at\` is required when the field before its dot is there.

Dates are written \`2025-12-22T14:05:00Z\` or with an offset, \`2025-12-22T09:05:00-05:00\`. Put a text
in quotes when it holds a colon, or when it begins with a quotation mark or one of \`[ { # & * ! | > @ %\`.

## The text

Below the second \`---\` stands the text, in Markdown:

- Paragraphs, with \`*emphasis*\`, \`**strong**\`, \`\` \`code\` \`\` and \`[links](https://…)\`. A link to this
  paper is a path: \`[words](/world/some-slug)\`, \`[words](/tag/ukraine)\`.
- Headings \`##\` and \`###\`; the headline is the only heading above them.
- Lists with \`-\` or \`1.\`, of one paragraph an item, nested one deep at most.
- Tables of GitHub’s kind: \`| A | B |\`, then \`| --- | ---: |\`, then the rows.

Everything else is a directive; attributes are written \`name="value"\` with straight quotation marks.

${Object.entries(directives).map(directiveSection).join('\n\n')}

Raw HTML, \`![]()\`, \`>\`, footnotes, task lists, code blocks, struck-out text, rules and links by
reference are refused. A colon in a sentence (10:30) is a colon. For a plain \`<\` write \`\\<\`.

## How text is set

Type what the keyboard has; what readers see, in the text, the fields and the lists above and below, is
set as in print, by the language of the story, passage or quotation:

| Typed | Set | When |
| --- | --- | --- |
| \`"so"\`, \`'so'\` | ${QUOTATION_MARKS} | in these languages; in others they stay |
| \`don't\`, \`'90s\`, \`l'été\` | don’t, ’90s, l’été | within words in every language |
| \`5'11"\`, \`40°26'\` | 5′11″, 40°26′ | after numbers |
| \`so - and\`, \`so -- and\`, \`so--and\` | so – and | between words; a long one in Spanish, Ukrainian and Russian |
| \`2019-2021\`, \`1914-18\`, \`pp. 4-7\`, \`Dec. 19-21\` | 2019–2021, 1914–18, pp. 4–7, Dec. 19–21 | years that ascend, pages, days of a month; scores, telephone numbers and \`2009-10\` stay |
| \`...\` | … | |

No line breaks between a number and its unit, \`per cent\` or \`million\`; a day and its month; initials
(\`J. K.\`); \`p.\` or \`No.\` and the number; \`U.S.\` and \`$\`. French stands off from \`« »\` and
\`; ! ? :\` as it should.

Typed as in print, a text stays as it is. Code, addresses, slugs and anchors are never touched. To keep
a mark as typed, write a backslash before it, \`5\\'\`, \`2019\\-2021\`, or put it in \`code\`; in a field in
double quotation marks write two, \`"5\\\\'"\`.

## Pictures

Hand in the best that you have: 1920 pixels wide or more, at most ${LONGEST_SIDE} a side and
${LARGEST_AREA / 1_000_000} million in all. Readers never get
the file itself. The paper makes smaller ones of it, in formats that save most of their bytes, and
leaves out what else a camera writes down, the place above all. A picture in its story is shown whole
(on phones a lead picture more than twice as wide as high is cut to 3:2); in lists it is cut to 8:5,
and on cards in social networks to their shapes, around \`focalPoint\`. No picture is made larger: one
less than ${LEAST_WIDTH.lead} pixels wide that stands for a story, or ${LEAST_WIDTH.body} in its text, brings a warning. What is
transparent becomes white. A picture that moves is refused.

Write \`alt\` so that it can stand in the picture’s place: it is what readers see when a picture does
not come.

## Other files

### authors/&lt;slug&gt;.md

${fieldTable(authorSchema)}

### pages/&lt;slug&gt;.md

${fieldTable(pageSchema)}

### sections.yaml

A list; each entry has

${fieldTable(unwrap(sectionsSchema.element))}

### tags.yaml

Each key is a tag’s slug; below it stand

${fieldTable(unwrap(tagsSchema.valueType))}

### front.yaml

${fieldTable(frontSchema)}
`;
}

function storyExample(): string {
  const required = Object.entries(storySchema.shape).filter(
    ([, field]) => !(field instanceof z.ZodOptional),
  );
  const yaml = required.map(([key, field]) => {
    const example = exampleOf(field);
    return example.startsWith('\n') ? `${key}:${example}` : `${key}: ${example}`;
  });
  return ['---', ...yaml, '---', '', 'The first paragraph.'].join('\n');
}

function fieldTable(schema: z.ZodType): string {
  const rows = fieldsOf(schema, '').map(
    ([name, field]) =>
      `| \`${name}\` | ${isOptional(field) ? '' : 'yes'} | ${field.meta()?.description ?? ''} | ${inlineExample(field)} |`,
  );
  return [
    '| Field | Required | What it says | Example |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** The fields of an object and of the objects and lists of objects inside it: `sources[].name`. */
function fieldsOf(schema: z.ZodType, prefix: string): [string, z.ZodType][] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return fieldsOf(inner.element as z.ZodType, `${prefix}[]`);
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape).flatMap(([key, field]): [string, z.ZodType][] => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    return [[name, field as z.ZodType], ...fieldsOf(field as z.ZodType, name)];
  });
}

function isOptional(field: z.ZodType): boolean {
  return field instanceof z.ZodOptional;
}

function exampleOf(field: z.ZodType): string {
  const example = field.meta()?.example;
  return typeof example === 'string' ? example : '';
}

/** An example in one line; what takes several stands in its own fields. */
function inlineExample(field: z.ZodType): string {
  const example = exampleOf(field);
  return example === '' || example.includes('\n') ? '' : `\`${example}\``;
}

function directiveSection([name, rule]: [string, DirectiveRule]): string {
  const colons = { text: ':', leaf: '::', container: ':::' }[rule.form];
  const attributes = Object.entries(rule.attributes.shape).map(
    ([key, field]) =>
      `- \`${key}\`${isOptional(field as z.ZodType) ? ' (may be left out)' : ''}: ${(field as z.ZodType).meta()?.description}`,
  );
  const code = `\`\`\`markdown\n${rule.example}\n\`\`\``;
  return [`### ${colons}${name}`, rule.purpose, code, attributes.join('\n')].join('\n\n');
}
