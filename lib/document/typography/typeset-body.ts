import type { Block, BlockOf, Inline } from '../blocks';
import { type Run, typeset, typesetLine } from './typeset';

/**
 * A body as it is printed. Anchors and addresses stay; a quotation in another language is set in
 * its own, and so are foreign passages.
 * @param language BCP 47, of the story
 */
export function typesetBody(blocks: readonly Block[], language: string): Block[] {
  return blocks.map((block) => typesetBlock(block, language));
}

/** Running text: each text by its language, all read as one. */
export function typesetInlines(inlines: readonly Inline[], language: string): Inline[] {
  const texts = typeset(runsOf(inlines, language)).values();
  return withTexts(inlines, () => texts.next().value ?? '');
}

function typesetBlock(block: Block, language: string): Block {
  const words = (inlines: readonly Inline[]) => typesetInlines(inlines, language);
  const maybeWords = (inlines: readonly Inline[] | null) => inlines && words(inlines);
  const line = (text: string) => typesetLine(text, language);
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: words(block.children) };
    case 'list':
      return typesetList(block, language);
    case 'table':
      return {
        ...block,
        caption: maybeWords(block.caption),
        header: block.header.map(words),
        rows: block.rows.map((row) => row.map(words)),
      };
    case 'image':
      return {
        ...block,
        alt: line(block.alt),
        caption: maybeWords(block.caption),
        credit: line(block.credit),
        ...(block.rights === undefined ? {} : { rights: line(block.rights) }),
      };
    case 'quotation':
      return {
        ...block,
        paragraphs: block.paragraphs.map((paragraph) =>
          typesetInlines(paragraph, block.language ?? language),
        ),
        attribution: maybeWords(block.attribution),
      };
    case 'pullQuote':
      return {
        ...block,
        children: words(block.children),
        attribution: maybeWords(block.attribution),
      };
    case 'context':
      return {
        ...block,
        title: line(block.title),
        blocks: block.blocks.map((inner) =>
          inner.type === 'list'
            ? typesetList(inner, language)
            : { ...inner, children: words(inner.children) },
        ),
      };
    case 'timeline':
      return {
        ...block,
        title: line(block.title),
        entries: block.entries.map((entry) => ({
          ...entry,
          label: line(entry.label),
          children: words(entry.children),
        })),
      };
    case 'keyPoints':
      return { ...block, title: line(block.title), points: block.points.map(words) };
    case 'embed':
      return {
        ...block,
        title: line(block.title),
        provider: block.provider && line(block.provider),
      };
  }
}

function typesetList(list: BlockOf<'list'>, language: string): BlockOf<'list'> {
  const words = (inlines: readonly Inline[]) => typesetInlines(inlines, language);
  return {
    ...list,
    items: list.items.map(({ children, nested }) => ({
      children: words(children),
      nested: nested && { ...nested, items: nested.items.map(words) },
    })),
  };
}

/** The texts of a paragraph in their order; code is a word that stays. */
function runsOf(inlines: readonly Inline[], language: string | null): Run[] {
  return inlines.flatMap((inline): Run[] => {
    switch (inline.type) {
      case 'text':
        return [{ text: inline.text, language }];
      case 'code':
        return [{ text: '\ufffc', language: null }];
      case 'break':
        return [{ text: '\n', language: null }];
      case 'foreign':
        return runsOf(inline.children, language && inline.language);
      default:
        return runsOf(inline.children, language);
    }
  });
}

/** @param next the set text of each run, in the order of `runsOf` */
function withTexts(inlines: readonly Inline[], next: () => string): Inline[] {
  return inlines.map((inline) => {
    switch (inline.type) {
      case 'text':
        return { ...inline, text: next() };
      case 'code':
      case 'break':
        next();
        return inline;
      default:
        return { ...inline, children: withTexts(inline.children, next) };
    }
  });
}
