import type { ReactNode } from 'react';
import { inOrder } from '@/components/in-order';
import type { BlockOf } from '@/lib/page-models/model';
import { Inlines } from './inlines';

type ListBlock = BlockOf<'list'>;
type Item = ListBlock['items'][number];

/** A list; an item may hold a list of its own. */
export function List({ block: { ordered, start, items } }: Readonly<{ block: ListBlock }>) {
  return container(ordered, start, inOrder(items, item));
}

function item({ children, nested }: Item): ReactNode {
  return (
    <li>
      <Inlines of={children} />
      {nested && container(nested.ordered, 1, inOrder(nested.items, nestedItem))}
    </li>
  );
}

function nestedItem(children: Item['children']): ReactNode {
  return (
    <li>
      <Inlines of={children} />
    </li>
  );
}

function container(ordered: boolean, start: number, items: ReactNode): ReactNode {
  if (!ordered) return <ul>{items}</ul>;
  return <ol start={start === 1 ? undefined : start}>{items}</ol>;
}
