import type { ReactNode } from 'react';
import { Heading, type HeadingLevel } from '@/components/heading';
import { inOrder } from '@/components/in-order';
import type { BlockOf } from '@/lib/page-models/model';
import { Inlines } from './inlines';
import { List } from './list';

type ContextBlock = BlockOf<'context'>;
type Props = Readonly<{ block: ContextBlock; titleLevel: HeadingLevel }>;

/**
 * What a reader needs to know to follow the story, set apart from its run. No `aside`: reader modes
 * leave those out, and the story is not whole without it.
 */
export function ContextBox({ block: { title, blocks }, titleLevel }: Props) {
  return (
    <div className="context">
      <Heading level={titleLevel}>{title}</Heading>
      {inOrder(blocks, show)}
    </div>
  );
}

function show(block: ContextBlock['blocks'][number]): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines of={block.children} />
        </p>
      );
    case 'list':
      return <List block={block} />;
  }
}
