import type { Inline } from '@/lib/page-models/model';

/** The words of inline text, for the names of regions and links. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((part) => {
      if (part.type === 'break') return ' ';
      return 'text' in part ? part.text : plainText(part.children);
    })
    .join('');
}
