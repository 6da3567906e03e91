import type { Block, Inline } from '@/lib/page-models/model';

/**
 * The blocks without the pull quotes whose line stands in the text already: where nothing sets a
 * line apart it would be read twice. lib/document/body/text.ts has the same rule.
 */
export function withoutLiftedLines(blocks: readonly Block[]): readonly Block[] {
  const text = blocks
    .filter(({ type }) => type !== 'pullQuote')
    .flatMap(runsOf)
    .map(wordsOf)
    .join('\n');
  return blocks.filter((block) => {
    return block.type !== 'pullQuote' || !text.includes(wordsOf(block.children));
  });
}

/** The runs of text in a block. */
function runsOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'pullQuote':
      return [block.children];
    case 'list':
      return block.items.flatMap(({ children, nested }) => [children, ...(nested?.items ?? [])]);
    case 'table':
      return [block.caption ?? [], ...block.header, ...block.rows.flat()];
    case 'image':
      return [block.caption ?? []];
    case 'quotation':
      return block.paragraphs;
    case 'context':
      return block.blocks.flatMap(runsOf);
    case 'timeline':
      return block.entries.map(({ children }) => children);
    case 'keyPoints':
      return block.points;
    case 'embed':
      return [];
  }
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((part) => {
      if (part.type === 'break') return ' ';
      return 'text' in part ? part.text : wordsOf(part.children);
    })
    .join('');
}
