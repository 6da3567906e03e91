import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { directives } from './body/directives';
import { editorFiles } from './editor-files';
import { editorSnippets } from './editor-snippets';
import { storySchema } from './front-matter';
import { CONTENT_KINDS, type ContentKind, jsonSchema } from './json-schemas';
import { check, lines, STORY, story } from './testing/content-folder';

const root = new URL('../../', import.meta.url);
const content = new URL('content/', root).pathname;

describe('What is made of the schemas', () => {
  it.each([...editorFiles()])('stands in the project as it is made now: %s', async (file, made) => {
    expect(await readFile(new URL(file, root), 'utf8')).toBe(made);
  });
});

const ajv = new Ajv({ allErrors: true });
const validators = Object.fromEntries(
  CONTENT_KINDS.map((kind) => [kind, ajv.compile(jsonSchema(kind))]),
) as Record<ContentKind, ValidateFunction>;

function faultsOf(kind: ContentKind, value: unknown): readonly string[] {
  const validate = validators[kind];
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('The JSON Schema', () => {
  it('accepts every file of the paper', async () => {
    const files = await readdir(content, { recursive: true });
    const kinds: readonly (readonly [RegExp, ContentKind])[] = [
      [/^articles\/.*\.md$/, 'story'],
      [/^authors\/.*\.md$/, 'author'],
      [/^pages\/.*\.md$/, 'page'],
      [/^sections\.yaml$/, 'sections'],
      [/^tags\.yaml$/, 'tags'],
      [/^front\.yaml$/, 'front'],
    ];
    const read = new Set<ContentKind>();
    for (const file of files) {
      const kind = kinds.find(([form]) => form.test(file.split(path.sep).join('/')))?.[1];
      if (kind === undefined) continue;
      read.add(kind);
      const text = await readFile(path.join(content, file), 'utf8');
      const yaml = file.endsWith('.md') ? text.split(/^---$/m)[1] : text;
      expect({ file, faults: faultsOf(kind, parse(yaml ?? '')) }).toEqual({ file, faults: [] });
    }
    expect([...read].sort()).toEqual([...CONTENT_KINDS].sort());
  });

  it.each<[ContentKind, unknown, string]>([
    ['story', { headlin: 'x' }, "must have required property 'headline'"],
    ['story', { headlin: 'x' }, 'must NOT have additional properties'],
    ['story', { firstPublishedAt: '2025-12-22' }, '/firstPublishedAt must match pattern'],
    ['story', { tags: ['ukraine', 'ukraine'] }, '/tags must NOT have duplicate items'],
    ['story', { authors: ['World desk'] }, '/authors/0 must match pattern'],
    ['story', { authors: [] }, '/authors must NOT have fewer than 1 items'],
    ['story', { image: { file: 'map.png' } }, "/image must have required property 'rights'"],
    ['story', { image: { file: '../map.png' } }, '/image/file must match pattern'],
    ['story', { kicker: 'x'.repeat(61) }, '/kicker must NOT have more than 60 characters'],
    ['story', { sources: [{ name: 'x', url: 'x.org' }] }, '/sources/0/url must match pattern'],
    ['tags', { 'Peace Talks': {} }, 'property name must be valid'],
    ['sections', [], 'must NOT have fewer than 1 items'],
    ['front', { lead: 3 }, '/lead must be string'],
  ])('of a %s refuses %j', (kind, value, fault) => {
    expect(faultsOf(kind, value).join('\n')).toContain(fault);
  });

  it.each(CONTENT_KINDS)(
    'of a %s describes every field, with an example of what it takes',
    (kind) => {
      const fields = [...fieldsIn(jsonSchema(kind))];
      expect(fields.length).toBeGreaterThan(1);
      for (const [name, field] of fields) {
        expect(field, name).toMatchObject({ description: expect.any(String) });
        expect(field, name).toMatchObject({ examples: [expect.anything()] });
        const [example] = field.examples as readonly unknown[];
        expect(ajv.validate(field, example), `${name}: ${ajv.errorsText()}`).toBe(true);
      }
    },
  );
});

type Schema = Readonly<Record<string, unknown>>;

/** Every field of a schema and of what stands inside it. */
function* fieldsIn(schema: Schema): Generator<readonly [string, Schema]> {
  const { properties, items, additionalProperties } = schema as Record<string, Schema | undefined>;
  for (const [name, field] of Object.entries(properties ?? {})) {
    yield [name, field as Schema];
    yield* fieldsIn(field as Schema);
  }
  for (const inner of [items, additionalProperties]) {
    if (typeof inner === 'object') yield* fieldsIn(inner);
  }
}

/** What stands in the file when nothing is typed over. */
function inserted(name: string): string {
  const text = editorSnippets()[name]?.body.join('\n') ?? '';
  const now = { YEAR: '2026', MONTH: '03', DATE: '01', HOUR: '06', MINUTE: '07', SECOND: '08' };
  const variables: Readonly<Record<string, string>> = { ...now, TIMEZONE_OFFSET: '-05:00' };
  return text
    .replace(/\$\{CURRENT_([A-Z_]+)\}/g, (_, variable: string) => variables[variable] ?? '?')
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
    .replace('$0', 'Text.')
    .replace(/\\([\\$}])/g, '$1');
}

describe('A snippet', () => {
  it('begins a story that lacks nothing', () => {
    const text = inserted('A story').replace(/^tags: .*$/m, 'tags: [ukraine]');
    const { content, problems } = check({ [STORY]: text });
    expect(lines(problems)).toEqual([]);
    expect(content?.articles[0]).toMatchObject({
      ...{ draft: true, firstPublishedAt: new Date('2026-03-01T11:07:08Z') },
    });
  });

  it.each(Object.keys(storySchema.shape).filter((name) => name !== 'id'))(
    'writes the field %s as the schema wants it',
    (name) => {
      const written = parse(inserted(`Field ${name}`)) as Record<string, unknown>;
      expect(Object.keys(written)).toEqual([name]);
      const schema = storySchema.shape[name as keyof typeof storySchema.shape];
      expect(schema.safeParse(written[name]).error?.issues ?? []).toEqual([]);
    },
  );

  it.each(Object.keys(directives))('writes the directive %s as it is read', (name) => {
    const written = inserted(`Directive ${name}`);
    const body = name === 'at' ? `:::timeline{title="T"}\n- ${written} It was.\n:::` : written;
    const { problems } = check({ 'articles/world/map.png': '', [STORY]: story({}, body) });
    expect(lines(problems)).toEqual([]);
    expect(written).toContain(`:${name}`);
  });
});
