import type { RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { permitted } from './xml';

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' });

/** Markdown (GitHub’s dialect) that reads back to these nodes. */
export function writeMarkdown(children: readonly RootContent[]): string {
  return permitted(writer.stringify({ type: 'root', children: [...children] }));
}
