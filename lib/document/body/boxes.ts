import type { Paragraph } from 'mdast';
import type { Block, BlockOf, Inline } from '../blocks';
import { type BodyContext, refuse } from './context';
import { directives, nameOf, readAttributes } from './directives';
import { readAttributeText } from './inlines';
import { checkHref } from './links';
import { readFlatItem, readList } from './lists';
import type { ContainerDirective, Node } from './markdown';
import { readParagraph } from './paragraphs';
import { refuseNode } from './refusals';
import { readTable } from './tables';

/** `:::quote` */
export function readQuotation(
  node: ContainerDirective,
  context: BodyContext,
): BlockOf<'quotation'> | null {
  const attributes = readAttributes(node, directives.quote.attributes, context);
  const paragraphs = readParagraphs(node, context);
  if (attributes === null || paragraphs === null) return null;
  const { by, source, lang } = attributes;
  return {
    type: 'quotation',
    paragraphs,
    attribution: by === undefined ? null : readAttributeText(by, node, context),
    source: source === undefined ? null : checkHref(source, node, context),
    language: lang ?? null,
  };
}

/** `:::pullquote` */
export function readPullQuote(
  node: ContainerDirective,
  context: BodyContext,
): BlockOf<'pullQuote'> | null {
  const attributes = readAttributes(node, directives.pullquote.attributes, context);
  const paragraphs = readParagraphs(node, context);
  if (attributes === null || paragraphs === null) return null;
  const [children, ...more] = paragraphs;
  if (children === undefined || more.length > 0) {
    return refuse(node, context, ':::pullquote holds one paragraph', 'keep its strongest sentence');
  }
  const { by } = attributes;
  return {
    type: 'pullQuote',
    children,
    attribution: by === undefined ? null : readAttributeText(by, node, context),
  };
}

/** `:::context` */
export function readContextBox(
  node: ContainerDirective,
  context: BodyContext,
): BlockOf<'context'> | null {
  const attributes = readAttributes(node, directives.context.attributes, context);
  const blocks = contentOf(node, context).flatMap((child): BlockOf<'paragraph' | 'list'>[] => {
    if (child.type === 'list') return oneOrNone(readList(child, context));
    if (child.type !== 'paragraph') {
      refuseInside(child, node, context);
      return [];
    }
    const children = readParagraph(child, context);
    return children === null ? [] : [{ type: 'paragraph', children }];
  });
  if (attributes === null || blocks.length === 0) return null;
  return { type: 'context', title: attributes.title, blocks };
}

/** `:::keypoints` */
export function readKeyPoints(
  node: ContainerDirective,
  context: BodyContext,
): BlockOf<'keyPoints'> | null {
  const attributes = readAttributes(node, directives.keypoints.attributes, context);
  const list = onlyChild(node, 'list', context);
  if (attributes === null || list === null) return null;
  const points = list.children.flatMap((item) => {
    const point = readFlatItem(item, context);
    return point === null ? [] : [point];
  });
  return points.length === 0 ? null : { type: 'keyPoints', title: attributes.title, points };
}

/** `:::table` */
export function readCaptionedTable(node: ContainerDirective, context: BodyContext): Block | null {
  const attributes = readAttributes(node, directives.table.attributes, context);
  const table = onlyChild(node, 'table', context);
  if (attributes === null || table === null) return null;
  return readTable(table, readAttributeText(attributes.caption, node, context), context);
}

/** The single child of a box that holds exactly one thing. */
export function onlyChild<Type extends 'list' | 'table'>(
  node: ContainerDirective,
  type: Type,
  context: BodyContext,
): Extract<Node, { type: Type }> | null {
  const children = contentOf(node, context);
  const found = children.find((child) => child.type === type);
  const other = children.find((child) => child !== found);
  if (other !== undefined) return refuseInside(other, node, context);
  if (found === undefined) return null;
  return found as Extract<Node, { type: Type }>;
}

/** What stands in a box. Reports a box that is empty or has words where its title should be. */
export function contentOf(node: ContainerDirective, context: BodyContext): Node[] {
  const [first] = node.children;
  if (first?.type === 'paragraph' && first.data?.directiveLabel === true) {
    refuse(
      first,
      context,
      `${nameOf(node)} takes no words in brackets`,
      'write them as an attribute: {title="…"} or {by="…"}',
    );
    return node.children.slice(1);
  }
  if (first === undefined) {
    refuse(node, context, `${nameOf(node)} is empty`, 'write its text, or remove it');
  }
  return node.children;
}

function readParagraphs(node: ContainerDirective, context: BodyContext): Inline[][] | null {
  const paragraphs: Inline[][] = [];
  for (const child of contentOf(node, context)) {
    const children = isParagraph(child)
      ? readParagraph(child, context)
      : refuseInside(child, node, context);
    if (children !== null) paragraphs.push(children);
  }
  return paragraphs.length === 0 ? null : paragraphs;
}

function isParagraph(node: Node): node is Paragraph {
  return node.type === 'paragraph';
}

function refuseInside(child: Node, box: ContainerDirective, context: BodyContext): null {
  switch (child.type) {
    case 'containerDirective':
    case 'leafDirective':
      return refuse(
        child,
        context,
        `${nameOf(child)} stands inside ${nameOf(box)}`,
        `close ${nameOf(box)} first, with ::: on a line of its own`,
      );
    case 'heading':
    case 'paragraph':
    case 'list':
    case 'table':
      return refuse(
        child,
        context,
        `a ${child.type} cannot stand inside ${nameOf(box)}`,
        'move it out; each box is closed by ::: on a line of its own',
      );
    default:
      return refuseNode(child, context);
  }
}

function oneOrNone<Item>(item: Item | null): Item[] {
  return item === null ? [] : [item];
}
