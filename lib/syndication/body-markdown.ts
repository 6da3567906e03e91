import type { List, ListItem, PhrasingContent, RootContent, TableRow } from 'mdast';
import { absoluteUrl } from '@/lib/page-models/head';
import type { Block, BlockOf, Inline } from '@/lib/page-models/model';
import { pictureCredit } from '@/lib/text/picture-credit';
import { fallbackOf, renditionPath } from '@/lib/text/renditions';
import { absoluteHref } from './addresses';
import { withoutLiftedLines } from './lifted-lines';
import { heading, list, paragraph, text } from './markdown-nodes';

/** The blocks of a story as nodes of Markdown. @param storyUrl canonical address */
export function bodyMarkdown(blocks: readonly Block[], storyUrl: string): RootContent[] {
  const writer = new Writer(storyUrl);
  return withoutLiftedLines(blocks).flatMap((block) => writer.block(block));
}

/** A picture, and below it in italics what it shows and whose it is. */
export function pictureNodes(
  url: string,
  alt: string,
  caption: readonly PhrasingContent[],
  credit: string,
): RootContent[] {
  const below = [...caption, ...text(caption.length > 0 && credit !== '' ? ` ${credit}` : credit)];
  return [
    paragraph([{ type: 'image', url, alt }]),
    ...(caption.length > 0 || credit !== ''
      ? [paragraph([{ type: 'emphasis', children: below }])]
      : []),
  ];
}

class Writer {
  constructor(private readonly storyUrl: string) {}

  block(block: Block): RootContent[] {
    switch (block.type) {
      case 'paragraph':
        return [paragraph(this.inlines(block.children))];
      case 'heading':
        return [heading(block.level, this.inlines(block.children))];
      case 'list':
        return [this.list(block)];
      case 'table':
        return this.table(block);
      case 'image':
        return this.image(block);
      case 'quotation':
        return this.quotation(block);
      case 'pullQuote':
        return this.pullQuote(block);
      case 'context':
        return [
          { type: 'thematicBreak' },
          heading(3, block.title),
          ...block.blocks.flatMap((part) => this.block(part)),
          { type: 'thematicBreak' },
        ];
      case 'timeline':
        return [heading(3, block.title), list(block.entries.map((entry) => this.entry(entry)))];
      case 'keyPoints':
        return [heading(3, block.title), list(block.points.map((point) => this.inlines(point)))];
      case 'embed':
        return [embed(block)];
    }
  }

  inlines(parts: readonly Inline[]): PhrasingContent[] {
    return parts.flatMap((part) => this.inline(part));
  }

  inline(part: Inline): PhrasingContent[] {
    switch (part.type) {
      case 'text':
        return text(part.text);
      case 'code':
        return [{ type: 'inlineCode', value: part.text }];
      case 'break':
        return [{ type: 'break' }];
      case 'emphasis':
      case 'foreign':
        return [{ type: 'emphasis', children: this.inlines(part.children) }];
      case 'strong':
        return [{ type: 'strong', children: this.inlines(part.children) }];
      case 'link':
        return [{ type: 'link', url: this.href(part.href), children: this.inlines(part.children) }];
    }
  }

  list({ ordered, start, items }: BlockOf<'list'>): List {
    const entry = ({ children, nested }: (typeof items)[number]): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [
        paragraph(this.inlines(children)),
        ...(nested === null
          ? []
          : [{ ...list(nested.items.map((item) => this.inlines(item))), ordered: nested.ordered }]),
      ],
    });
    return { type: 'list', ordered, start, spread: false, children: items.map(entry) };
  }

  table({ caption, align, header, rows }: BlockOf<'table'>): RootContent[] {
    const row = (cells: readonly Inline[][]): TableRow => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: this.inlines(cell) })),
    });
    return [
      ...(caption === null
        ? []
        : [paragraph([{ type: 'strong', children: this.inlines(caption) }])]),
      { type: 'table', align, children: [header, ...rows].map(row) },
    ];
  }

  image({ picture, alt, caption, credit, rights }: BlockOf<'image'>): RootContent[] {
    const url = absoluteUrl(renditionPath(picture, fallbackOf(picture, null)));
    const words = caption === null ? [] : this.inlines(caption);
    return pictureNodes(url, alt, words, pictureCredit(credit, rights));
  }

  quotation({ paragraphs, attribution, source }: BlockOf<'quotation'>): RootContent[] {
    const words = attribution === null ? null : this.inlines(attribution);
    const isLinked = attribution?.some(({ type }) => type === 'link') ?? false;
    const credit: PhrasingContent[] | null =
      source === null || isLinked
        ? words
        : [
            {
              type: 'link',
              url: this.href(source),
              children: words ?? text('Source of this quotation'),
            } as PhrasingContent,
          ];
    return quoted(
      paragraphs.map((children) => this.inlines(children)),
      credit,
    );
  }

  pullQuote({ children, attribution }: BlockOf<'pullQuote'>): RootContent[] {
    const line = this.inlines(children);
    if (attribution === null) return [paragraph([{ type: 'strong', children: line }])];
    return quoted([line], this.inlines(attribution));
  }

  entry({ label, children }: BlockOf<'timeline'>['entries'][number]): PhrasingContent[] {
    return [{ type: 'strong', children: text(label) }, ...text(': '), ...this.inlines(children)];
  }

  href(href: string): string {
    return absoluteHref(href, this.storyUrl);
  }
}

/** Words, and below them who said them. */
function quoted(
  paragraphs: readonly (readonly PhrasingContent[])[],
  credit: readonly PhrasingContent[] | null,
): RootContent[] {
  return [
    {
      type: 'blockquote',
      children: [
        ...paragraphs.map(paragraph),
        ...(credit === null ? [] : [paragraph([...text('— '), ...credit])]),
      ],
    },
  ];
}

function embed({ href, title, provider }: BlockOf<'embed'>): RootContent {
  return paragraph([
    { type: 'link', url: href, children: text(title) },
    ...text(` (${provider ?? new URL(href).hostname})`),
  ]);
}
