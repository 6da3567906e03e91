import type { ReactNode } from 'react';
import type { HeadingLevel } from '@/components/heading';
import { inOrder } from '@/components/in-order';
import type { Block } from '@/lib/page-models/model';
import { ContextBox } from './context-box';
import { Embed } from './embed';
import { Image } from './image';
import { Inlines } from './inlines';
import { KeyPoints } from './key-points';
import { List } from './list';
import { PullQuote } from './pull-quote';
import { Quotation } from './quotation';
import { SectionHeading } from './section-heading';
import { Table } from './table';
import { Timeline } from './timeline';

/** The blocks of a story, a standing page or a biography, in order. */
export function Body({ blocks }: Readonly<{ blocks: readonly Block[] }>) {
  const levels = titleLevels(blocks);
  return (
    <div className="body">{inOrder(blocks, (block, index) => show(block, levels[index] ?? 2))}</div>
  );
}

/**
 * The level of a title that a block at each place would carry: one below the last `h2`, and 2
 * before the first, so that a context box or a timeline belongs to the part it stands in.
 */
function titleLevels(blocks: readonly Block[]): HeadingLevel[] {
  let below: HeadingLevel = 2;
  return blocks.map(({ type }) => {
    if (type === 'heading') below = 3;
    return below;
  });
}

function show(block: Block, titleLevel: HeadingLevel): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines of={block.children} />
        </p>
      );
    case 'heading':
      return <SectionHeading block={block} />;
    case 'list':
      return <List block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'image':
      return <Image block={block} />;
    case 'quotation':
      return <Quotation block={block} />;
    case 'pullQuote':
      return <PullQuote block={block} />;
    case 'context':
      return <ContextBox block={block} titleLevel={titleLevel} />;
    case 'timeline':
      return <Timeline block={block} titleLevel={titleLevel} />;
    case 'keyPoints':
      return <KeyPoints block={block} titleLevel={titleLevel} />;
    case 'embed':
      return <Embed block={block} />;
  }
}
