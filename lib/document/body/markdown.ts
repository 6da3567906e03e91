import type { Root, RootContent } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { keepAsWritten } from '../typography/typeset';

// One `~` is an approximate number in running text, never a deletion.
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(keepEscaped)
  .freeze();

/** Marks what stands behind a backslash: typography leaves it. */
function keepEscaped(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push({
    exit: {
      characterEscapeValue(token) {
        const text = this.stack.pop();
        if (text?.type !== 'text') throw new Error('an escaped character outside a text');
        text.value += keepAsWritten(this.sliceSerialize(token));
        if (text.position !== undefined) text.position.end = token.end;
      },
    },
  });
}

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
