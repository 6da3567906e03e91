import { nearest } from '@/lib/text/nearest';
import { type BodyContext, rawText, refuse } from './context';
import { directives, nameOf } from './directives';
import type { Directive, Node, TextDirective } from './markdown';

/** Says why a kind of Markdown has no place in a story, and what to write in its stead. */
export function refuseNode(node: Node, context: BodyContext): null {
  const [message, remedy] = explain(node, context);
  return refuse(node, context, message, remedy);
}

function explain(node: Node, context: BodyContext): [message: string, remedy: string] {
  switch (node.type) {
    case 'html':
      return [
        `raw HTML is not accepted: ${excerpt(rawText(node, context))}`,
        'use Markdown or a directive; for a plain < write \\<',
      ];
    case 'image':
    case 'imageReference':
      return ['pictures are not written as ![]()', `write ${directives.image.example}`];
    case 'blockquote':
      return [
        'quotations are not written with >',
        'write :::quote{by="who said it"}, the words, and ::: each on a line of its own',
      ];
    case 'code':
      return [
        'a block of code has no place in a story',
        'remove the spaces before the line or the ``` around it; `words` marks code in a sentence',
      ];
    case 'thematicBreak':
      return ['a rule across the page is not accepted', 'remove it, or write a heading (## …)'];
    case 'footnoteReference':
    case 'footnoteDefinition':
      return ['footnotes are not accepted', 'say it in the text, or name it under sources'];
    case 'linkReference':
    case 'definition':
      return ['links by reference are not accepted', 'write the address itself: [words](address)'];
    case 'delete':
      return ['struck-out text is not accepted', 'remove it; a correction says what was wrong'];
    case 'leafDirective':
    case 'containerDirective':
    case 'textDirective':
      return explainDirective(node);
    case 'table':
    case 'list':
    case 'heading':
    case 'paragraph':
      return [`a ${node.type} cannot stand here`, 'put it outside, with an empty line before it'];
    default:
      return [`“${node.type}” is not accepted here`, 'see README.md for what a story may hold'];
  }
}

export function refuseTextDirective(node: TextDirective, context: BodyContext): null {
  return refuseNode(node, context);
}

function explainDirective(node: Directive): [message: string, remedy: string] {
  const known = isDirective(node.name) ? directives[node.name] : null;
  if (known !== null) {
    const written = nameOf(node);
    const right = COLONS[known.form] + node.name;
    if (node.name === 'at') {
      return [':at stands outside a timeline entry', 'begin a list item of :::timeline with it'];
    }
    return written === right
      ? [`${written} cannot stand here`, 'put it on a line of its own, outside every box']
      : [
          `${node.name} is written with other colons`,
          `write ${right}, as in: ${known.example.split('\n', 1)[0]}`,
        ];
  }
  const meant = nearest(node.name, Object.keys(directives));
  const advice =
    meant !== null && isDirective(meant)
      ? `did you mean ${COLONS[directives[meant].form]}${meant}?`
      : `known are ${Object.keys(directives).join(', ')}`;
  return [
    `there is no directive ${nameOf(node)}`,
    node.type === 'textDirective' ? `${advice} (For a plain colon write \\:)` : advice,
  ];
}

const COLONS = { text: ':', leaf: '::', container: ':::' } as const;

function isDirective(name: string): name is keyof typeof directives {
  return Object.hasOwn(directives, name);
}

function excerpt(text: string): string {
  const first = text.split('\n', 1)[0] ?? '';
  return first.length > 40 ? `${first.slice(0, 40)}…` : first;
}
