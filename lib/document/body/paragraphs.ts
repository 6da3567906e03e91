import type { Paragraph } from 'mdast';
import type { Inline } from '../blocks';
import { type BodyContext, placeOf, rawText } from './context';
import { readInlines } from './inlines';

/** A paragraph's text; null when nothing of it is left after its problems were reported. */
export function readParagraph(node: Paragraph, context: BodyContext): Inline[] | null {
  reportFailedMarks(node, context);
  const inlines = readInlines(node.children, context);
  return inlines.length === 0 ? null : inlines;
}

/** Lines that were meant as a directive or a heading, but for a slip are plain text. */
function reportFailedMarks(node: Paragraph, context: BodyContext): void {
  const raw = rawText(node, context);
  if (!raw.includes('::') && !raw.startsWith('##')) return;
  raw.split('\n').forEach((line, index) => {
    const found = FAILED.find(({ mark }) => mark.test(line));
    if (found === undefined) return;
    const place = placeOf(node, context);
    context.report.error(
      index === 0 ? place : { line: place.line + index, column: 1 },
      'body',
      found.message,
      found.remedy,
    );
  });
}

const FAILED: readonly Readonly<{ mark: RegExp; message: string; remedy: string }>[] = [
  {
    mark: /^\s*:{3,}\s*$/,
    message: 'this ::: closes nothing',
    remedy: 'remove it, or look for the line above that should have opened the box',
  },
  {
    mark: /^\s*:{2,}\s+\w/,
    message: 'a space stands between the colons and the name',
    remedy: 'remove it: ::image, :::quote',
  },
  {
    mark: /^\s*:{2,}\w/,
    message: 'this looks like a directive and cannot be read as one',
    remedy: 'check its brackets and straight quotation marks; nothing may follow the closing }',
  },
  {
    mark: /^#{2,6}[^#\s]/,
    message: 'no space stands between the # signs and the words',
    remedy: 'write ## and a space before a heading',
  },
];
