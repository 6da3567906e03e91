import { z } from 'zod';
import { isSlug, SLUG, SLUG_MAX_LENGTH, slugify } from '@/lib/text/slugs';
import { INSTANT, parseInstant } from './instants';

/**
 * The kinds of values that content files hold. Each says in an editor's words what is wrong;
 * `params.remedy` says how to mend it, or `params.empty` that there is nothing to mend but to write it. What JSON Schema can say of a kind stands in its `meta`, for
 * editing programs (`json-schemas.ts`).
 */

type Fault = Readonly<{ message: string; remedy: string }>;

/** A custom issue in the form that `explain-issue.ts` reads. */
export function fault({ message, remedy }: Fault, input: unknown) {
  return { code: 'custom' as const, message, params: { remedy }, input };
}

// A YAML escape such as "\0" can make what no keyboard does.
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/**
 * Words for readers in one line: runs of white space become one space, and they are set as in print
 * (`typography/typeset-fields.ts`). @param max in characters
 */
export function line(max: number) {
  const words = z.string().transform((raw, context) => {
    const text = raw.replace(/[ \t\n]+/g, ' ').trim();
    if (text === '') {
      context.issues.push({
        code: 'custom',
        message: 'is empty',
        params: { empty: true },
        input: raw,
      });
    }
    if (UNPRINTABLE.test(text)) {
      context.issues.push(
        fault({ message: 'holds an invisible control character', remedy: 'remove it' }, raw),
      );
    }
    const length = [...text].length;
    if (length > max) {
      context.issues.push(
        fault(
          { message: `has ${length} characters; the limit is ${max}`, remedy: 'shorten it' },
          raw,
        ),
      );
    }
    return text;
  });
  return words.meta({ wordsForReaders: true, minLength: 1, maxLength: max });
}

const anySlug = z.string().superRefine((text, context) => {
  if (isSlug(text)) return;
  const better = slugify(text);
  context.addIssue({
    code: 'custom',
    message: `“${text}” is not a slug`,
    params: {
      remedy: `use lower-case letters a-z, digits and single hyphens${better ? `: ${better}` : ''}`,
    },
  });
});

export const slug = anySlug.meta({ pattern: SLUG.source, maxLength: SLUG_MAX_LENGTH });

const anyInstant = z.string().transform((text, context) => {
  const result = parseInstant(text.trim());
  if ('date' in result) return result.date;
  context.issues.push(fault(result, text));
  return z.NEVER;
});

export const instant = anyInstant.meta({ pattern: INSTANT.source });

const anyWebAddress = z.string().superRefine((text, context) => {
  if (isWebAddress(text)) return;
  context.addIssue({
    code: 'custom',
    message: `“${text}” is not a web address`,
    params: { remedy: 'write the whole address, beginning with https://' },
  });
});

export const webAddress = anyWebAddress.meta({ pattern: '^https?://[^\\s/]\\S*$' });

export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/.test(text) && !/\s/.test(text) && URL.canParse(text);
}

const anyLanguage = z.string().transform((text, context) => {
  const tag = canonicalLanguage(text);
  if (tag !== null) return tag;
  const remedy = 'write a BCP 47 tag such as en, fr, uk or pt-BR';
  context.issues.push(fault({ message: `“${text}” is not a language tag`, remedy }, text));
  return z.NEVER;
});

/** BCP 47, in its canonical spelling (`en`, `pt-BR`). */
export const language = anyLanguage.meta({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$' });

// Registered primary subtags have two or three letters; Intl alone would let `english` pass.
function canonicalLanguage(text: string): string | null {
  if (!/^[a-z]{2,3}(-|$)/i.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

const anyFileBeside = z.string().superRefine((text, context) => {
  if (/^[^/\\]+$/.test(text) && !text.startsWith('.')) return;
  context.addIssue({
    code: 'custom',
    message: `“${text}” is not the name of a file beside this one`,
    params: { remedy: 'put the picture into the same folder and write its name alone: map.png' },
  });
});

/** The plain name of a file in the same folder. */
export const fileBeside = anyFileBeside.meta({ pattern: '^[^/\\\\.][^/\\\\]*$' });

const anyUuid = z.string().transform((text, context) => {
  const id = text.trim().toLowerCase();
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return id;
  const remedy = 'remove the line; publishing writes a new one';
  context.issues.push(fault({ message: `“${text}” is no story’s identity`, remedy }, text));
  return z.NEVER;
});

/** In its canonical spelling, of whatever version (RFC 9562). */
export const uuid = anyUuid.meta({
  pattern: '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$',
});

/** A list in which nothing stands twice. */
export function distinct<Item extends z.ZodType<string>>(item: Item) {
  const list = z.array(item).superRefine((list, context) => {
    list.forEach((entry, index) => {
      if (list.indexOf(entry) === index) return;
      context.addIssue({
        code: 'custom',
        path: [index],
        message: `“${entry}” stands in the list twice`,
        params: { remedy: 'remove one of the two' },
      });
    });
  });
  return list.meta({ uniqueItems: true });
}
