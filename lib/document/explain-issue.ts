import { z } from 'zod';
import { nearest } from '@/lib/text/nearest';
import type { Path } from './yaml-source';

export type Explanation = Readonly<{
  path: Path;
  /** Whether the problem is about the key (unknown) rather than its value. */
  part: 'key' | 'value';
  message: string;
  remedy: string;
}>;

/** Zod's issues in the words of an editor. `value` is what was checked. */
export function explainIssues(
  schema: z.ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): Explanation[] {
  return issues.flatMap((issue) => explain(schema, value, issue));
}

function explain(schema: z.ZodType, value: unknown, issue: z.core.$ZodIssue): Explanation[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const field = schemaAt(schema, path);
  const at = (message: string, remedy: string): Explanation[] => [
    { path, part: 'value', message, remedy },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(path, key, keysOf(field)));
    case 'invalid_key':
      return issue.issues.map((inner) => ({
        path,
        part: 'key',
        message: inner.message,
        remedy: remedyOf(inner),
      }));
    case 'invalid_type': {
      const found = valueAt(value, path);
      if (found === undefined) return at('is missing', `add ${sample(schema, path)}`);
      if (found === null) return at('has no value', fill(schema, path));
      return at(
        `should be ${KINDS[issue.expected] ?? issue.expected}`,
        `write ${sample(schema, path)}`,
      );
    }
    case 'too_small':
      return issue.origin === 'array'
        ? at('is an empty list', `write ${sample(schema, path)}`)
        : at(`is below ${issue.minimum}`, `write ${sample(schema, path)}`);
    case 'too_big':
      return at(`is above ${issue.maximum}`, `write ${sample(schema, path)}`);
    case 'custom':
      return at(issue.message, issue.params?.empty === true ? fill(schema, path) : remedyOf(issue));
    default:
      return at('is not in the right form', `write ${sample(schema, path)}`);
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text (put numbers and words such as yes in quotes)',
  number: 'a number',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

function unknownKey(path: Path, key: string, known: readonly string[]): Explanation {
  const meant = nearest(key, known);
  return {
    path: [...path, key],
    part: 'key',
    message: `there is no “${key}” here`,
    remedy: meant ? `did you mean ${meant}?` : `known are ${known.join(', ')}`,
  };
}

function remedyOf(issue: z.core.$ZodIssue): string {
  const remedy = issue.code === 'custom' ? issue.params?.remedy : undefined;
  return typeof remedy === 'string' ? remedy : 'compare with README.md';
}

/** Only what may be left out may be removed. */
function fill(schema: z.ZodType, path: Path): string {
  return schemaAt(schema, path) instanceof z.ZodOptional
    ? 'write it, or remove it'
    : `write ${sample(schema, path)}`;
}

/** How the field is written; an entry of a list shows its list. */
function sample(schema: z.ZodType, path: Path): string {
  const depth = path.findLastIndex((step) => typeof step === 'string');
  if (depth < 0) return 'each field as key: value on a line of its own';
  const example = schemaAt(schema, path.slice(0, depth + 1))?.meta()?.example;
  return `${path[depth]}: ${typeof example === 'string' ? example.trim().replace(/\s*\n\s*/g, ' ') : '…'}`;
}

/** The schema of what stands at a path; it carries the description and the example. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | null {
  let current: z.ZodType | null = schema;
  for (const step of path) {
    const inner: z.ZodType | null = current === null ? null : unwrap(current);
    current =
      inner instanceof z.ZodObject
        ? (inner.shape[step] ?? null)
        : inner instanceof z.ZodArray
          ? (inner.element as z.ZodType)
          : inner instanceof z.ZodRecord
            ? (inner.valueType as z.ZodType)
            : null;
  }
  return current;
}

/** The schema inside `optional` and `nullable`. */
export function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? unwrap(schema.unwrap() as z.ZodType)
    : schema;
}

function keysOf(field: z.ZodType | null): string[] {
  const inner = field === null ? null : unwrap(field);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (current, step) => (isRecord(current) ? current[String(step)] : undefined),
    value,
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
