import { setQuotationMarks } from './quotation-marks';
import { ELLIPSIS, type Rule, rulesOf } from './rules';
import { type Style, styleOf } from './styles';

/** A stretch of a paragraph in one language (BCP 47); null for what stays as written, like code. */
export type Run = Readonly<{ text: string; language: string | null }>;

/** Follows a character that its author wants kept. Content files cannot hold it. */
const KEPT = '\u0001';
/** What a backslash may stand before to be kept as written; Markdown allows it before each. */
const KEEPABLE = /["'.\-!?:;]/;

/** Addresses, numbers that look like ranges, and what is to be kept. */
const AS_WRITTEN = new RegExp(
  [
    String.raw`(?:(?:https?|ftp):\/\/|www\.|mailto:|doi:)(?:[^\s"'“”‘’«»<>]|'(?=\w))+`,
    String.raw`(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+`,
    String.raw`\bIS[BS]N[-: \d]*[\dX]`,
    `[^]${KEPT}`,
  ].join('|'),
  'giu',
);

/**
 * Sets a paragraph as a printer would: quotation marks, apostrophes, dashes, ellipses, and spaces
 * at which no line breaks. Its runs are read as one text, and each comes back by itself. What is
 * set already stays, and letters, digits and their order never change.
 */
export function typeset(runs: readonly Run[]): string[] {
  const styles = runs.map(({ language }) => (language === null ? 'as written' : styleOf(language)));
  let texts = runs.map(({ text }) => text);
  // One mark may settle what another is; they become fewer, so this ends.
  for (let before = ''; before !== texts.join('\u0000'); ) {
    before = texts.join('\u0000');
    texts = setOnce(texts, styles);
  }
  return texts.map((text) => text.replaceAll(KEPT, ''));
}

/** A text without markup; a backslash keeps the mark after it. */
export function typesetLine(text: string, language: string): string {
  const marked = text.replace(/\\(.)/gu, (written, character: string) =>
    KEEPABLE.test(character) ? keepAsWritten(character) : written,
  );
  return typeset([{ text: marked, language }]).join('');
}

/** The character, so marked that `typeset` leaves it. */
export function keepAsWritten(character: string): string {
  return KEEPABLE.test(character) ? character + KEPT : character;
}

/** What `typesetLine` makes this text of: itself, or with a backslash before each mark that is to stay. */
export function unsetLine(text: string, language: string): string {
  if (typesetLine(text, language) === text) return text;
  return text.replace(new RegExp(KEEPABLE, 'g'), '\\$&');
}

/** The words as their author wrote them, before anything is set. */
export function asWritten(words: string): string {
  return words.replaceAll(KEPT, '');
}

type RunStyle = Style | null | 'as written';

function setOnce(texts: string[], styles: readonly RunStyle[]): string[] {
  const known = [...new Set(styles)].filter((style) => style !== null && style !== 'as written');
  const isKnown = (style: RunStyle) => style !== 'as written';
  let set = apply(ELLIPSIS, texts, (index) => isKnown(styles[index] ?? null));
  for (const style of known) {
    for (const rule of rulesOf(style).dashes)
      set = apply(rule, set, (run) => styles[run] === style);
  }
  set = applyMarks(set, styles);
  for (const style of known) {
    for (const rule of rulesOf(style).spaces)
      set = apply(rule, set, (run) => styles[run] === style);
  }
  return set;
}

/** A change inside one run. */
type Edit = Readonly<{ at: number; length: number; put: string }>;

function apply({ find, put }: Rule, texts: string[], isSet: (run: number) => boolean): string[] {
  const edits = [...texts.join('').matchAll(find)].map((match) => ({
    at: match.index,
    length: match[0].length,
    put: typeof put === 'string' ? put : put(match),
  }));
  return edits.length === 0 ? texts : applyEdits(edits, texts, isSet);
}

function applyMarks(texts: string[], styles: readonly RunStyle[]): string[] {
  const text = texts.join('');
  if (!/["']/.test(text)) return texts;
  const kept = keptPlaces(text);
  const runAt = runFinder(texts);
  const marks = setQuotationMarks(text, (at) =>
    kept(at, 1) ? 'as written' : (styles[runAt(at)] ?? null),
  );
  return applyEdits(
    marks.map((mark) => ({ ...mark, length: 1 })),
    texts,
    () => true,
  );
}

/** Edits come in the order of their places; one that reaches over the end of a run is left. */
function applyEdits(
  edits: readonly Edit[],
  texts: string[],
  isSet: (run: number) => boolean,
): string[] {
  const kept = keptPlaces(texts.join(''));
  let start = 0;
  return texts.map((text, run) => {
    const from = start;
    const end = from + text.length;
    start = end;
    if (!isSet(run)) return text;
    let done = 0;
    let set = '';
    for (const { at, length, put } of edits) {
      if (at < from || at + length > end || kept(at, length)) continue;
      set += text.slice(done, at - from) + put;
      done = at - from + length;
    }
    return set + text.slice(done);
  });
}

function keptPlaces(text: string): (at: number, length: number) => boolean {
  const places = [...text.matchAll(AS_WRITTEN)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  return (at, length) => places.some(([from, to]) => at < to && at + length > from);
}

function runFinder(texts: readonly string[]): (at: number) => number {
  const ends: number[] = [];
  for (const text of texts) ends.push((ends.at(-1) ?? 0) + text.length);
  return (at) => ends.findIndex((end) => at < end);
}
