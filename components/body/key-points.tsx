import type { ReactNode } from 'react';
import { Heading, type HeadingLevel } from '@/components/heading';
import { inOrder } from '@/components/in-order';
import type { BlockOf, Inline } from '@/lib/page-models/model';
import { Inlines } from './inlines';

type Props = Readonly<{ block: BlockOf<'keyPoints'>; titleLevel: HeadingLevel }>;

/** The story in a few sentences. */
export function KeyPoints({ block: { title, points }, titleLevel }: Props) {
  return (
    <div className="key-points">
      <Heading level={titleLevel}>{title}</Heading>
      <ul>{inOrder(points, point)}</ul>
    </div>
  );
}

function point(children: readonly Inline[]): ReactNode {
  return (
    <li>
      <Inlines of={children} />
    </li>
  );
}
