import type { PhrasingContent } from 'mdast';
import type { Inline } from '../blocks';
import { type BodyContext, placeOf, rawText, refuse } from './context';
import { directives, readAttributes } from './directives';
import { checkHref } from './links';
import { parseMarkdown, type TextDirective } from './markdown';
import { refuseNode, refuseTextDirective } from './refusals';

/**
 * Running text. What cannot be kept is reported and left out.
 * @param from how many nodes at the beginning were read already
 */
export function readInlines(
  nodes: readonly PhrasingContent[],
  context: BodyContext,
  from = 0,
): Inline[] {
  const inlines: Inline[] = [];
  let afterDirective = from > 0;
  for (const node of nodes.slice(from)) {
    if (afterDirective && node.type === 'text' && /^[{[]/.test(node.value)) {
      refuse(
        node,
        context,
        'what follows the directive cannot be read as its attributes',
        'write them as {name="value"} with straight quotation marks',
      );
    }
    afterDirective = node.type === 'textDirective' && !isBare(node, context);
    const inline = readInline(node, context);
    if (inline !== null) append(inlines, inline);
  }
  return inlines;
}

function readInline(node: PhrasingContent, context: BodyContext): Inline | null {
  switch (node.type) {
    case 'text':
      // CommonMark puts U+FFFD for codes such as &#0;.
      if (node.value.includes('\ufffd')) {
        return refuse(
          node,
          context,
          'a character cannot be read here',
          'write the character itself',
        );
      }
      return { type: 'text', text: node.value.replace(/\n/g, ' ') };
    case 'inlineCode':
      return { type: 'code', text: node.value };
    case 'break':
      return { type: 'break' };
    case 'emphasis':
    case 'strong':
      return wrap(readInlines(node.children, context), (children) => ({
        type: node.type,
        children,
      }));
    case 'link': {
      if (node.title) {
        return refuse(
          node,
          context,
          `the link’s title “${node.title}” would not be shown`,
          'remove the words in quotation marks after the address',
        );
      }
      if (node.children.length === 0) {
        return refuse(node, context, 'the link has no words', 'write them: [words](address)');
      }
      const href = checkHref(node.url, node, context);
      const children = readInlines(node.children, context);
      return href === null
        ? null
        : wrap(children, (inner) => ({ type: 'link', href, children: inner }));
    }
    case 'textDirective':
      return readTextDirective(node, context);
    default:
      return refuseNode(node, context);
  }
}

function readTextDirective(node: TextDirective, context: BodyContext): Inline | null {
  // `10:30`, `a:b`: a colon in running text, not a directive.
  if (isBare(node, context)) return { type: 'text', text: rawText(node, context) };
  if (node.name !== 'lang') return refuseTextDirective(node, context);
  const attributes = readAttributes(node, directives.lang.attributes, context);
  if (attributes === null) return null;
  const children = readInlines(node.children, context);
  if (children.length === 0) {
    return refuse(node, context, ':lang holds no words', `write ${directives.lang.example}`);
  }
  return { type: 'foreign', language: attributes.lang, children };
}

/** A name after a colon, with neither `[…]` nor `{…}`. */
export function isBare(node: TextDirective, context: BodyContext): boolean {
  return rawText(node, context) === `:${node.name}`;
}

function wrap(children: Inline[], make: (children: Inline[]) => Inline): Inline | null {
  return children.length === 0 ? null : make(children);
}

function append(inlines: Inline[], inline: Inline): void {
  const last = inlines.at(-1);
  if (inline.type === 'text' && last?.type === 'text') {
    inlines[inlines.length - 1] = { type: 'text', text: last.text + inline.text };
  } else {
    inlines.push(inline);
  }
}

/** Text of a directive's attribute, in which emphasis, code and links may stand. */
export function readAttributeText(
  text: string,
  owner: Parameters<typeof placeOf>[0],
  context: BodyContext,
): Inline[] {
  if (!/[*_`[\\&]/.test(text)) return [{ type: 'text', text }];
  const [paragraph, ...more] = parseMarkdown(text).children;
  if (paragraph?.type !== 'paragraph' || more.length > 0) return [{ type: 'text', text }];
  return readInlines(paragraph.children, {
    ...context,
    markdown: text,
    fixedPlace: placeOf(owner, context),
  });
}

/** Text without the white space at its ends. */
export function trimInlines(inlines: readonly Inline[]): Inline[] {
  const trimmed = [...inlines];
  const first = trimmed[0];
  if (first?.type === 'text') trimmed[0] = { type: 'text', text: first.text.trimStart() };
  const last = trimmed.at(-1);
  if (last?.type === 'text')
    trimmed[trimmed.length - 1] = { type: 'text', text: last.text.trimEnd() };
  return trimmed.filter((inline) => inline.type !== 'text' || inline.text !== '');
}
