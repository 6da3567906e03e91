import type { Root, RootContent } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

// One `~` is an approximate number in running text, never a deletion.
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .freeze();

export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}

/** Every kind of Markdown node below the root. */
export type Node = RootContent;
export type NodeOf<Type extends Node['type']> = Extract<Node, { type: Type }>;
export type TextDirective = NodeOf<'textDirective'>;
export type LeafDirective = NodeOf<'leafDirective'>;
export type ContainerDirective = NodeOf<'containerDirective'>;
export type Directive = TextDirective | LeafDirective | ContainerDirective;
