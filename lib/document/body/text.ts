import { pictureCredit } from '@/lib/text/picture-credit';
import type { Block, Inline } from '../blocks';
import { plainText } from './plain-text';

/**
 * The words of a body, a line for each piece: what search, word count and text likeness use.
 * A pull quote is left out when its line stands in the text already.
 */
export function bodyText(blocks: readonly Block[]): string {
  const text = blocks
    .filter((block) => block.type !== 'pullQuote')
    .flatMap(piecesOf)
    .filter((piece) => piece !== '')
    .join('\n');
  const lifted = blocks
    .filter((block) => block.type === 'pullQuote')
    .flatMap(piecesOf)
    .filter((piece) => !text.includes(piece));
  return [text, ...lifted].filter((piece) => piece !== '').join('\n');
}

/** All that a body says, a line for each piece, pull quotes and pictures included. */
export function bodyLines(blocks: readonly Block[]): readonly string[] {
  return blocks
    .flatMap((block) =>
      block.type === 'image'
        ? [`[${block.alt}]`, ...piecesOf(block), `[${pictureCredit(block.credit, block.rights)}]`]
        : piecesOf(block),
    )
    .filter((line) => line !== '');
}

/** Words that a reader reads: runs between white space or dashes with a letter or digit. */
export function countWords(text: string): number {
  let count = 0;
  for (const word of text.split(/[\s—]+/)) if (/[\p{L}\p{N}]/u.test(word)) count += 1;
  return count;
}

function piecesOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [plainText(block.children)];
    case 'list':
      return block.items.flatMap(({ children, nested }) =>
        [children, ...(nested?.items ?? [])].map(plainText),
      );
    case 'table':
      return [...optional(block.caption), ...[block.header, ...block.rows].map(rowText)];
    case 'image':
      return optional(block.caption);
    case 'quotation':
      return [...block.paragraphs.map(plainText), ...optional(block.attribution)];
    case 'pullQuote':
      return [plainText(block.children), ...optional(block.attribution)];
    case 'context':
      return [block.title, ...block.blocks.flatMap(piecesOf)];
    case 'timeline':
      return [
        block.title,
        ...block.entries.map(({ label, children }) => `${label} ${plainText(children)}`),
      ];
    case 'keyPoints':
      return [block.title, ...block.points.map(plainText)];
    case 'embed':
      return [block.title];
  }
}

function optional(inlines: readonly Inline[] | null): string[] {
  return inlines === null ? [] : [plainText(inlines)];
}

function rowText(cells: readonly (readonly Inline[])[]): string {
  return cells
    .map(plainText)
    .filter((cell) => cell !== '')
    .join(' ');
}
