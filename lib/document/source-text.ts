import { type Place, type Report, START } from './report';

// Written as escapes: control characters have no place in text, and Postgres refuses U+0000.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** The text of a file: UTF-8, without a byte order mark, lines ending in `\n`. */
export function decodeText(bytes: Uint8Array, report: Report): string | null {
  const text = new TextDecoder('utf-8').decode(bytes).replace(/\r\n?/g, '\n');
  const lost = text.indexOf('\ufffd');
  if (lost >= 0) {
    report.error(
      placeAt(text, lost),
      'file',
      'a character cannot be read here: the file is not UTF-8, or the character was lost earlier',
      'save the file as UTF-8 and write the character again',
    );
    return null;
  }
  const control = CONTROL.exec(text);
  if (control !== null) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    report.error(
      placeAt(text, control.index),
      'file',
      `an invisible control character (U+${code}) stands here`,
      'delete it and write the place again',
    );
    return null;
  }
  return text;
}

export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

export type FrontMatterSplit = Readonly<{
  yaml: string;
  body: string;
  /** Line of the file on which the body's first line stands; the YAML's is always 2. */
  bodyLine: number;
}>;

/** Divides a Markdown file at its two `---` lines. */
export function splitFrontMatter(text: string, report: Report): FrontMatterSplit | null {
  const opening = /^---[ \t]*\n/.exec(text);
  if (opening === null) {
    report.error(
      START,
      'front matter',
      'the file does not begin with a line of three hyphens',
      'begin with ---, then the fields, then --- again, then the text',
    );
    return null;
  }
  const rest = text.slice(opening[0].length);
  const closing = /^---[ \t]*(?:\n|$)/m.exec(rest);
  if (closing === null) {
    report.error(
      START,
      'front matter',
      'the front matter is never closed',
      'put a line of three hyphens (---) between the fields and the text',
    );
    return null;
  }
  const yaml = rest.slice(0, closing.index);
  return {
    yaml,
    body: rest.slice(closing.index + closing[0].length),
    bodyLine: yaml.split('\n').length + 2,
  };
}
