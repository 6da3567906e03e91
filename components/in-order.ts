import { createElement, Fragment, type ReactNode } from 'react';

/**
 * What `show` makes of each item, as fixed children: text once written keeps its order, so its
 * parts need no keys.
 */
export function inOrder<Item>(
  items: readonly Item[],
  show: (item: Item, index: number) => ReactNode,
): ReactNode {
  return createElement(Fragment, null, ...items.map(show));
}
