import type { z } from 'zod';
import { unwrap } from './explain-issue';
import { storySchema } from './front-matter';

/** Width of a line of explanation. */
const WIDTH = 98;

/**
 * The file of a story that is yet to be written: a draft in which every field is explained, those
 * that it may do without behind a `#`.
 * @param firstPublishedAt to begin with
 */
export function storyTemplate({
  id,
  headline,
  firstPublishedAt,
}: Readonly<{ id: string; headline: string; firstPublishedAt: Date }>): string {
  const known: Readonly<Record<string, string>> = {
    id,
    headline: JSON.stringify(headline),
    standfirst: '',
    authors: '[]',
    tags: '[]',
    firstPublishedAt: firstPublishedAt.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    sources: '\n  - name: ',
    draft: 'true',
  };
  const fields = Object.entries(storySchema.shape).map(([name, field]) => {
    const { description = '', example } = field.meta() ?? {};
    const value = known[name];
    const line = value === undefined ? commented(name, String(example)) : entry(name, value);
    return [...explanation(description, field), line].join('\n');
  });
  return `---\n${fields.join('\n\n')}\n---\n\nThe first paragraph.\n`;
}

function entry(name: string, value: string): string {
  return `${name}:${value.startsWith('\n') ? '' : ' '}${value}`;
}

function commented(name: string, example: string): string {
  return entry(name, example)
    .split('\n')
    .map((line) => `# ${line}`)
    .join('\n');
}

/** The field's description, and those of the keys inside it. */
function explanation(description: string, field: z.ZodType): string[] {
  const inner = unwrap(field);
  const item =
    inner.def.type === 'array' ? unwrap((inner as z.ZodArray).element as z.ZodType) : inner;
  const keys = item.def.type === 'object' ? Object.entries((item as z.ZodObject).shape) : [];
  return [
    ...wrap(description),
    ...keys.flatMap(([key, part]) =>
      wrap(`${key}: ${(part as z.ZodType).meta()?.description ?? ''}`, '  '),
    ),
  ];
}

function wrap(text: string, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && `# ${indent}${line} ${word}`.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part) => `# ${indent}${part}`);
}
