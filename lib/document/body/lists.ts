import type { List, ListItem } from 'mdast';
import type { BlockOf, Inline } from '../blocks';
import { type BodyContext, placeOf, refuse } from './context';
import { readParagraph } from './paragraphs';
import { refuseNode } from './refusals';

type ListBlock = BlockOf<'list'>;
type NestedList = ListBlock['items'][number]['nested'];

/** A number as large as this begins a sentence (“1986. A year …”) more often than a list. */
const SUSPICIOUS_START = 100;

export function readList(node: List, context: BodyContext): ListBlock | null {
  const ordered = node.ordered === true;
  const start = node.start ?? 1;
  if (ordered && start >= SUSPICIOUS_START) {
    context.report.warning(
      placeOf(node, context),
      'body',
      `this is read as a numbered list that begins with ${start}`,
      `if it is a sentence, write ${start}\\.`,
    );
  }
  const items = node.children.flatMap((item) => readItem(item, context) ?? []);
  return items.length === 0 ? null : { type: 'list', ordered, start, items };
}

function readItem(item: ListItem, context: BodyContext): ListBlock['items'][number] | null {
  if (isTask(item, context)) return null;
  const [first, second, ...more] = item.children;
  const children = first === undefined ? [] : leadParagraph(item, context);
  if (children === null) return null;
  if (second !== undefined && second.type !== 'list') return refuseMore(second, context);
  if (more[0] !== undefined) return refuseMore(more[0], context);
  if (children.length === 0) {
    return refuse(item, context, 'the list item is empty', 'write it, or remove its mark');
  }
  return { children, nested: second === undefined ? null : readNested(second, context) };
}

function readNested(list: List, context: BodyContext): NestedList {
  const items = list.children.flatMap((item) => {
    const children = readFlatItem(item, context);
    return children === null ? [] : [children];
  });
  return items.length === 0 ? null : { ordered: list.ordered === true, items };
}

/** An item of one paragraph and nothing else. */
export function readFlatItem(item: ListItem, context: BodyContext): Inline[] | null {
  if (isTask(item, context)) return null;
  const [, second] = item.children;
  if (second?.type === 'list') {
    return refuse(second, context, 'the list is nested too deep', 'move these items one level up');
  }
  if (second !== undefined) return refuseMore(second, context);
  const children = leadParagraph(item, context);
  if (children?.length === 0) {
    return refuse(item, context, 'the list item is empty', 'write it, or remove its mark');
  }
  return children;
}

function leadParagraph(item: ListItem, context: BodyContext): Inline[] | null {
  const [first] = item.children;
  if (first === undefined) return [];
  return first.type === 'paragraph' ? readParagraph(first, context) : refuseNode(first, context);
}

function isTask(item: ListItem, context: BodyContext): boolean {
  if (typeof item.checked !== 'boolean') return false;
  refuse(item, context, 'task lists are not accepted', 'remove the [ ] or [x]');
  return true;
}

function refuseMore(node: ListItem['children'][number], context: BodyContext): null {
  return node.type === 'paragraph'
    ? refuse(
        node,
        context,
        'a list item holds one paragraph',
        'make it an item of its own, or end the list: no spaces before the line',
      )
    : refuseNode(node, context);
}
