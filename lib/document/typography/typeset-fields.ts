import { z } from 'zod';
import { publication } from '@/lib/site/publication';
import { isRecord, unwrap } from '../explain-issue';
import { typesetLine } from './typeset';

/**
 * The fields of a file as they are printed: every one that the schema calls words for readers, and
 * no other. They are in the language that the file names in `language`, else in the paper's.
 */
export function typesetFields<Fields>(schema: z.ZodType<Fields>, fields: Fields): Fields {
  const named = isRecord(fields) ? fields.language : undefined;
  const language = typeof named === 'string' ? named : publication.language;
  return typesetValue(schema, fields, language) as Fields;
}

function typesetValue(schema: z.ZodType, value: unknown, language: string): unknown {
  const inner = unwrap(schema);
  if (typeof value === 'string') {
    return inner.meta()?.wordsForReaders === true ? typesetLine(value, language) : value;
  }
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => typesetValue(inner.element as z.ZodType, item, language));
  }
  if (!isRecord(value) || value instanceof Date) return value;
  const schemaOf = (key: string): z.ZodType | undefined =>
    inner instanceof z.ZodObject
      ? (inner.shape[key] as z.ZodType | undefined)
      : inner instanceof z.ZodRecord
        ? (inner.valueType as z.ZodType)
        : undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const schema = schemaOf(key);
      return [key, schema === undefined ? item : typesetValue(schema, item, language)];
    }),
  );
}
