import type { Heading, List, Paragraph, PhrasingContent, Text } from 'mdast';
import { permitted } from './xml';

/** The pieces that Markdown is written from; the writer escapes what stands in them. */

export function text(value: string): Text[] {
  return [{ type: 'text', value: permitted(value).replace(/\s+/g, ' ') }];
}

export function paragraph(children: string | readonly PhrasingContent[]): Paragraph {
  return {
    type: 'paragraph',
    children: typeof children === 'string' ? text(children) : [...children],
  };
}

export function heading(depth: 1 | 2 | 3, children: string | readonly PhrasingContent[]): Heading {
  return {
    type: 'heading',
    depth,
    children: typeof children === 'string' ? text(children) : [...children],
  };
}

/** A list of single lines. */
export function list(items: readonly (readonly PhrasingContent[])[]): List {
  return {
    type: 'list',
    spread: false,
    children: items.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(children)],
    })),
  };
}
