import { z } from 'zod';
import { type DirectiveRule, directives } from './body/directives';
import { storySchema } from './front-matter';
import { INSTANT } from './instants';

/** A snippet of VS Code’s (“Snippets in Visual Studio Code”, Snippet syntax). */
export type Snippet = Readonly<{
  scope: 'markdown';
  prefix: string;
  body: readonly string[];
  description: string;
}>;

/** The instant at which the snippet is used, with seconds and a zone. */
const NOW = [
  ['YEAR', '-'],
  ['MONTH', '-'],
  ['DATE', 'T'],
  ['HOUR', ':'],
  ['MINUTE', ':'],
  ['SECOND', ''],
  ['TIMEZONE_OFFSET', ''],
]
  .map(([part, after]) => `\${CURRENT_${part}}${after}`)
  .join('');

/** A whole story, each field and each directive, made from the schemas that check them. */
export function editorSnippets(): Readonly<Record<string, Snippet>> {
  const fields = Object.entries(storySchema.shape).filter(([name]) => name !== 'id');
  return {
    'A story': snippet('story', wholeStory(), 'A story: the fields it must have, then its text.'),
    ...Object.fromEntries(
      fields.map(([name, field]) => [
        `Field ${name}`,
        snippet(name, [entry(name, field, new Stops())], field.meta()?.description ?? ''),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(directives).map(([name, rule]) => [
        `Directive ${name}`,
        snippet(`:${name}`, directive(rule), rule.purpose),
      ]),
    ),
  };
}

function snippet(prefix: string, texts: readonly string[], description: string): Snippet {
  return { scope: 'markdown', prefix, body: texts.join('\n').split('\n'), description };
}

function wholeStory(): string[] {
  const stops = new Stops();
  const required = Object.entries(storySchema.shape).filter(
    ([, field]) => !(field instanceof z.ZodOptional),
  );
  return [
    '---',
    ...required.map(([name, field]) => entry(name, field, stops)),
    'draft: true',
    '---',
    '',
    '$0',
  ];
}

/** The field with the values of its example to be typed over. */
function entry(name: string, field: z.ZodType, stops: Stops): string {
  const example = String(field.meta()?.example ?? '');
  const value = (text: string) =>
    INSTANT.test(text) && name !== 'embargoedUntil' ? NOW : stops.place(text);
  if (!example.startsWith('\n')) return `${name}: ${value(example)}`;
  return `${name}:${example.replace(/(?<=: ).+$/gm, value)}`;
}

/** The example with each attribute, label and sentence to be typed over. */
function directive({ example }: DirectiveRule): string[] {
  const stops = new Stops();
  return example.split('\n').map((line) => {
    if (line === ':::' || line.startsWith('|')) return escaped(line);
    const [, start = '', rest = ''] = /^(- )?(.*)$/.exec(line) ?? [];
    if (!rest.startsWith(':')) return start + stops.place(rest);
    const [, head = '', words = ''] = /^(:+\w+(?:\[[^\]]*\])?(?:\{[^}]*\})?)(.*)$/.exec(rest) ?? [];
    const placed = head.replace(
      /\[([^\]]*)\]|="([^"]*)"|=(\w+)/g,
      (_, label?: string, quoted?: string, bare?: string) => {
        if (label !== undefined) return `[${stops.place(label)}]`;
        return quoted === undefined ? `=${stops.place(bare ?? '')}` : `="${stops.place(quoted)}"`;
      },
    );
    return start + placed + (words.trim() === '' ? words : ` ${stops.place(words.trim())}`);
  });
}

/** Numbers the places at which the Tab key stops. */
class Stops {
  private last = 0;

  place(text: string): string {
    this.last += 1;
    return `\${${this.last}:${escaped(text)}}`;
  }
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
