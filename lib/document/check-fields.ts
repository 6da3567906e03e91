import type { z } from 'zod';
import { explainIssues } from './explain-issue';
import type { Report } from './report';
import { typesetFields } from './typography/typeset-fields';
import type { Path, YamlSource } from './yaml-source';

/**
 * Checks YAML against a schema; every problem points at the very key or value. Without one, the
 * fields come as they are printed.
 */
export function checkFields<Fields>(
  schema: z.ZodType<Fields>,
  source: YamlSource,
  report: Report,
): Fields | null {
  const value = source.value ?? {};
  const result = schema.safeParse(value);
  if (result.success) return typesetFields(schema, result.data);
  for (const { path, part, message, remedy } of explainIssues(schema, value, result.error.issues)) {
    report.error(source.place(path, part), fieldName(path), message, remedy);
  }
  return null;
}

/** `sources[1].url` */
export function fieldName(path: Path): string {
  const name = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
  return name === '' ? 'front matter' : name;
}
