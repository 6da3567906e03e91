import type { Inline } from '../blocks';

/** The words of a run of text, without markup. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(wordsOf).join('');
}

function wordsOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'break':
      return ' ';
    default:
      return plainText(inline.children);
  }
}
