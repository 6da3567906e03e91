import type { Heading } from 'mdast';
import type { Block, BlockOf } from '../blocks';
import type { Mention } from '../mentions';
import type { Report } from '../report';
import { typesetBody } from '../typography/typeset-body';
import { Anchors } from './anchors';
import * as boxes from './boxes';
import { type BodyContext, type FindPicture, rawText, refuse } from './context';
import { nameOf } from './directives';
import { readInlines } from './inlines';
import { readList } from './lists';
import { type ContainerDirective, type Node, parseMarkdown } from './markdown';
import { readEmbed, readImage } from './media';
import { readParagraph } from './paragraphs';
import { plainText } from './plain-text';
import { refuseNode } from './refusals';
import { readTable } from './tables';
import { readTimeline } from './timelines';

export type ParsedBody = Readonly<{ blocks: Block[]; mentions: readonly Mention[] }>;

/**
 * Reads a body's Markdown, and sets its words as in print. Problems go to the report, and what has
 * one is left out.
 * @param firstLine line of the file on which the body begins
 * @param language BCP 47, of the words
 */
export function parseBody(
  markdown: string,
  firstLine: number,
  report: Report,
  findPicture: FindPicture,
  language: string,
): ParsedBody {
  const context: BodyContext = {
    markdown,
    firstLine,
    fixedPlace: null,
    report,
    findPicture,
    anchors: new Anchors(),
    mentions: [],
  };
  return { blocks: typesetBody(readBlocks(context), language), mentions: context.mentions };
}

function readBlocks(context: BodyContext): Block[] {
  const nodes = parseMarkdown(context.markdown).children;
  const blocks = nodes.flatMap((node) => readBlock(node, context) ?? []);
  checkLevels(nodes, context);
  checkAnchors(context);
  if (nodes.length === 0) {
    const start = { line: context.firstLine, column: 1 };
    context.report.error(start, 'body', 'there is no text', 'write it below ---');
  }
  return blocks;
}

function readBlock(node: Node, context: BodyContext): Block | null {
  switch (node.type) {
    case 'paragraph': {
      const children = readParagraph(node, context);
      return children === null ? null : { type: 'paragraph', children };
    }
    case 'heading':
      return readHeading(node, context);
    case 'list':
      return readList(node, context);
    case 'table':
      return readTable(node, null, context);
    case 'leafDirective':
      if (node.name === 'image') return readImage(node, context);
      if (node.name === 'embed') return readEmbed(node, context);
      return refuseNode(node, context);
    case 'containerDirective':
      return readContainer(node, context);
    default:
      return refuseNode(node, context);
  }
}

function readContainer(node: ContainerDirective, context: BodyContext): Block | null {
  const read = Object.hasOwn(containers, node.name) ? containers[node.name] : undefined;
  if (read === undefined) return refuseNode(node, context);
  if (!/\n[ \t]*:{3,}[ \t]*$/.test(rawText(node, context))) {
    refuse(
      node,
      context,
      `${nameOf(node)} is never closed`,
      'put ::: on a line of its own after its last line',
    );
  }
  return read(node, context);
}

const containers: Readonly<
  Record<string, (node: ContainerDirective, context: BodyContext) => Block | null>
> = {
  table: boxes.readCaptionedTable,
  quote: boxes.readQuotation,
  pullquote: boxes.readPullQuote,
  context: boxes.readContextBox,
  keypoints: boxes.readKeyPoints,
  timeline: readTimeline,
};

function readHeading(node: Heading, context: BodyContext): BlockOf<'heading'> | null {
  const raw = rawText(node, context);
  if (!raw.startsWith('#')) {
    return refuse(
      node,
      context,
      'a line of - or = below a text makes it a heading',
      'remove the line, or write the heading with ##',
    );
  }
  const { depth } = node;
  if (depth === 1) {
    return refuse(node, context, 'a level-1 heading (#) is the headline’s', 'begin it with ##');
  }
  if (depth > 3) {
    return refuse(node, context, `headings have two levels, not ${depth - 1}`, 'use ## or ###');
  }
  const children = readInlines(node.children, context);
  if (children.length === 0) {
    return refuse(node, context, 'the heading is empty', 'write it, or remove the # signs');
  }
  const id = context.anchors.claim(plainText(children));
  return { type: 'heading', level: depth === 2 ? 2 : 3, id, children };
}

function checkLevels(nodes: readonly Node[], context: BodyContext): void {
  let above = 1;
  for (const node of nodes) {
    if (node.type !== 'heading' || !rawText(node, context).startsWith('#')) continue;
    if (node.depth === 3 && above === 1) {
      refuse(node, context, 'a level is skipped: ### without a ## above it', 'begin it with ##');
    }
    above = node.depth;
  }
}

function checkAnchors(context: BodyContext): void {
  for (const { kind, value, field, ...place } of context.mentions) {
    if (kind !== 'link' || !value.startsWith('#') || context.anchors.has(value.slice(1))) continue;
    context.report.error(place, field, `nothing here is named “${value}”`, 'check the heading');
  }
}
