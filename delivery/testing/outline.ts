import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** An element as a browser builds it, without what `omit` names: its words for comparisons. */
export type Outline =
  | string
  | Readonly<{ name: string; attributes: Record<string, string>; children: readonly Outline[] }>;

export type Omit = Readonly<{
  node?: (node: Node) => boolean;
  attribute?: (name: string) => boolean;
}>;

/** The document that a browser would make of some HTML; texts that touch are one text. */
export function outlineOf(html: string, omit: Omit = {}): Outline {
  return outlined(parse(html), omit);
}

function outlined(node: Node, omit: Omit): Outline {
  if ('value' in node) return node.value;
  if ('data' in node) return { name: '#comment', attributes: {}, children: [node.data] };
  const children: Outline[] = [];
  for (const child of childrenOf(node)) {
    if (omit.node?.(child)) continue;
    const outline = outlined(child, omit);
    const last = children.at(-1);
    if (typeof outline === 'string' && typeof last === 'string') {
      children[children.length - 1] = last + outline;
    } else {
      children.push(outline);
    }
  }
  const attributes = Object.fromEntries(
    'attrs' in node
      ? node.attrs
          .filter(({ name }) => !omit.attribute?.(name))
          .map(({ name, value }) => [name, value])
      : [],
  );
  return { name: node.nodeName, attributes, children };
}

function childrenOf(node: Node): readonly Node[] {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}
