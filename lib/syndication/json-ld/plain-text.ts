import type { Block, Inline } from '@/lib/page-models/model';

/** The words of the first paragraph; null where there is none. */
export function firstParagraph(blocks: readonly Block[]): string | null {
  const paragraph = blocks.find((block) => block.type === 'paragraph');
  return paragraph === undefined ? null : plainText(paragraph.children);
}

function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((part) => {
      if (part.type === 'break') return ' ';
      return 'text' in part ? part.text : plainText(part.children);
    })
    .join('');
}
