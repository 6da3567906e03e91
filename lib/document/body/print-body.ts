import type { List, PhrasingContent, RootContent, TableRow } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import type { Block, BlockOf, Inline } from '../blocks';
import { unsetLine } from '../typography/typeset';
import type { ContainerDirective, TextDirective } from './markdown';

/** Name of a picture's file beside the story, by its hash. */
export type FileOf = (hash: string) => string;

export type PrintOptions = Readonly<{
  fileOf: FileOf;
  /** BCP 47, of the words. */
  language: string;
  /** Whether a backslash is to stand before each mark that typography could set. */
  keepMarks: boolean;
}>;

/** Marks that typography sets, and what Markdown itself may not need escaped. */
const MARKS = ['"', "'", '.', '-', '!', '?', ':', ';'];

type Unsafe = NonNullable<Options['unsafe']>[number];

/** Running text and not the addresses in it, as the writer calls them. */
const IN_WORDS = {
  inConstruct: ['phrasing', 'leafDirectiveLabel', 'textDirectiveLabel'],
  notInConstruct: ['autolink', 'destinationLiteral', 'destinationRaw'],
} satisfies Partial<Unsafe>;

/** What the writer does not know of: that Markdown stands in the brackets of a directive, too. */
const IN_LABELS = { ...IN_WORDS, inConstruct: IN_WORDS.inConstruct.slice(1) };

/** The Markdown of a body: what `parseBody` reads the same blocks from. */
export function printBody(
  blocks: readonly Block[],
  { fileOf, language, keepMarks }: PrintOptions,
): string {
  const processor = unified()
    .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
    .use(remarkDirective)
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '*',
      rule: '-',
      // What a directive or a mark set by typography would be made of.
      unsafe: [
        { character: ':', after: '[A-Za-z]', ...IN_WORDS },
        ...[...'\\`*_<&[]~'].map((character) => ({ character, ...IN_LABELS })),
        ...(keepMarks ? MARKS : []).map((character) => ({
          character,
          ...IN_WORDS,
        })),
      ],
    })
    .freeze();
  const stringify = (children: RootContent[]) => processor.stringify({ type: 'root', children });
  const writer = new BodyWriter(
    fileOf,
    (children) => stringify([{ type: 'paragraph', children }]).trim(),
    (words) => unsetLine(words, language),
  );
  return stringify(blocks.map((block) => writer.block(block)));
}

class BodyWriter {
  /**
   * @param line writes running text into an attribute
   * @param words writes plain text into one
   */
  constructor(
    private readonly fileOf: FileOf,
    private readonly line: (children: PhrasingContent[]) => string,
    private readonly words: (text: string) => string,
  ) {}

  block(block: Block): RootContent {
    switch (block.type) {
      case 'paragraph':
        return { type: 'paragraph', children: inlines(block.children) };
      case 'heading':
        return { type: 'heading', depth: block.level, children: inlines(block.children) };
      case 'list':
        return list(block);
      case 'table':
        return this.table(block);
      case 'image':
        return this.image(block);
      case 'embed': {
        const { href, title, provider } = block;
        const attributes: Record<string, string> = { url: href };
        if (provider !== null) attributes.provider = this.words(provider);
        return leaf('embed', attributes, [{ type: 'text', value: title }]);
      }
      case 'quotation':
        return this.quotation(block);
      case 'pullQuote':
        return box('pullquote', this.by(block.attribution), [paragraph(block.children)]);
      case 'context':
        return box(
          'context',
          this.title(block),
          block.blocks.map((part) => this.block(part)),
        );
      case 'keyPoints':
        return box('keypoints', this.title(block), [listOf(block.points.map(inlines))]);
      case 'timeline':
        return box('timeline', this.title(block), [listOf(block.entries.map(entry))]);
    }
  }

  private title({ title }: Readonly<{ title: string }>): Record<string, string> {
    return { title: this.words(title) };
  }

  private by(attribution: readonly Inline[] | null): Record<string, string> {
    return attribution === null ? {} : { by: this.line(inlines(attribution)) };
  }

  private table({ caption, align, header, rows }: BlockOf<'table'>): RootContent {
    const row = (cells: readonly Inline[][]): TableRow => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: inlines(cell) })),
    });
    const table = { type: 'table' as const, align, children: [header, ...rows].map(row) };
    return caption === null
      ? table
      : box('table', { caption: this.line(inlines(caption)) }, [table]);
  }

  private image({ picture, alt, caption, credit, rights }: BlockOf<'image'>): RootContent {
    const attributes = {
      ...{ file: this.fileOf(picture.hash), alt: this.words(alt), credit: this.words(credit) },
      ...(rights === undefined ? {} : { rights: this.words(rights) }),
    };
    return leaf('image', attributes, inlines(caption ?? []));
  }

  private quotation({ paragraphs, attribution, source, language }: BlockOf<'quotation'>) {
    const attributes = {
      ...this.by(attribution),
      ...(source === null ? {} : { source }),
      ...(language === null ? {} : { lang: language }),
    };
    return box('quote', attributes, paragraphs.map(paragraph));
  }
}

function paragraph(children: readonly Inline[]): RootContent {
  return { type: 'paragraph', children: inlines(children) };
}

function box(
  name: string,
  attributes: Record<string, string>,
  children: RootContent[],
): ContainerDirective {
  return {
    ...{ type: 'containerDirective', name, attributes },
    children: children as ContainerDirective['children'],
  };
}

function leaf(
  name: string,
  attributes: Record<string, string>,
  children: PhrasingContent[],
): RootContent {
  return { type: 'leafDirective', name, attributes, children };
}

function list({ ordered, start, items }: BlockOf<'list'>): List {
  return {
    ...{ type: 'list', ordered, start: ordered ? start : null, spread: false },
    children: items.map(({ children, nested }) => ({
      ...{ type: 'listItem', spread: false },
      children: [
        { type: 'paragraph', children: inlines(children) },
        ...(nested === null
          ? []
          : [{ ...listOf(nested.items.map(inlines)), ordered: nested.ordered }]),
      ],
    })),
  };
}

/** Of single lines. */
function listOf(items: readonly PhrasingContent[][]): List {
  return {
    ...{ type: 'list', spread: false },
    children: items.map((children) => ({
      ...{ type: 'listItem', spread: false },
      children: [{ type: 'paragraph', children }],
    })),
  };
}

function entry({ label, when, children }: BlockOf<'timeline'>['entries'][number]) {
  const at: TextDirective = {
    ...{ type: 'textDirective', name: 'at', attributes: when === null ? {} : { date: span(when) } },
    children: [{ type: 'text', value: label }],
  };
  return [at, { type: 'text' as const, value: ' ' }, ...inlines(children)];
}

function span({ from, to }: Readonly<{ from: string; to: string | null }>): string {
  return to === null ? from : `${from}/${to === 'ongoing' ? '..' : to}`;
}

function inlines(parts: readonly Inline[]): PhrasingContent[] {
  return parts.map(inline);
}

function inline(part: Inline): PhrasingContent {
  switch (part.type) {
    case 'text':
      return { type: 'text', value: part.text };
    case 'code':
      return { type: 'inlineCode', value: part.text };
    case 'break':
      return { type: 'break' };
    case 'emphasis':
    case 'strong':
      return { type: part.type, children: inlines(part.children) };
    case 'link':
      return { type: 'link', url: part.href, children: inlines(part.children) };
    case 'foreign':
      return {
        ...{ type: 'textDirective', name: 'lang', attributes: { lang: part.language } },
        children: inlines(part.children),
      };
  }
}
