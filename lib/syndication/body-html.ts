import { absoluteUrl } from '@/lib/page-models/head';
import type { Block, BlockOf, Inline } from '@/lib/page-models/model';
import { languageAttributes } from '@/lib/text/language';
import { pictureCredit } from '@/lib/text/picture-credit';
import { fallbackOf, renditionPath } from '@/lib/text/renditions';
import { absoluteHref } from './addresses';
import { type Html, type HtmlChild, tag } from './html';
import { withoutLiftedLines } from './lifted-lines';

/**
 * The blocks of a story as HTML for feed readers, which know no style sheet of ours: what a page sets
 * apart by its looks is set apart here by headings, lists and rules.
 * @param storyUrl canonical address, to which the links to its own parts lead
 */
export function bodyHtml(blocks: readonly Block[], storyUrl: string): HtmlChild {
  const writer = new Writer(storyUrl);
  return withoutLiftedLines(blocks).map((block) => writer.block(block));
}

/** A picture with what stands below it. */
export function pictureHtml(
  {
    url,
    width,
    height,
    alt,
  }: Readonly<{ url: string; width: number; height: number; alt: string }>,
  caption: HtmlChild,
  credit: string,
): Html {
  const below = credit === '' ? [caption] : [caption, caption && ' ', tag('small', {}, credit)];
  return tag(
    'figure',
    {},
    tag('img', { src: url, width, height, alt }),
    tag('figcaption', {}, ...below),
  );
}

class Writer {
  constructor(private readonly storyUrl: string) {}

  block(block: Block): HtmlChild {
    switch (block.type) {
      case 'paragraph':
        return tag('p', {}, this.inlines(block.children));
      case 'heading':
        return tag(`h${block.level}`, {}, this.inlines(block.children));
      case 'list':
        return this.list(block);
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
          tag('hr', {}),
          heading(block.title),
          block.blocks.map(this.block, this),
          tag('hr', {}),
        ];
      case 'timeline':
        return [heading(block.title), tag('ul', {}, block.entries.map(this.entry, this))];
      case 'keyPoints':
        return [heading(block.title), tag('ul', {}, block.points.map(this.item, this))];
      case 'embed':
        return embed(block);
    }
  }

  inlines(parts: readonly Inline[]): readonly HtmlChild[] {
    return parts.map(this.inline, this);
  }

  inline(part: Inline): HtmlChild {
    switch (part.type) {
      case 'text':
        return part.text;
      case 'code':
        return tag('code', {}, part.text);
      case 'break':
        return tag('br', {});
      case 'emphasis':
        return tag('em', {}, this.inlines(part.children));
      case 'strong':
        return tag('strong', {}, this.inlines(part.children));
      case 'link':
        return tag('a', { href: this.href(part.href) }, this.inlines(part.children));
      case 'foreign':
        return tag('i', languageAttributes(part.language), this.inlines(part.children));
    }
  }

  item(children: readonly Inline[]): Html {
    return tag('li', {}, this.inlines(children));
  }

  list({ ordered, start, items }: BlockOf<'list'>): Html {
    return listOf(
      ordered,
      start,
      items.map(({ children, nested }) =>
        tag(
          'li',
          {},
          this.inlines(children),
          nested && listOf(nested.ordered, 1, nested.items.map(this.item, this)),
        ),
      ),
    );
  }

  table({ caption, header, rows }: BlockOf<'table'>): Html {
    const cells = (row: readonly Inline[][], scope: (column: number) => string | null) =>
      tag(
        'tr',
        {},
        row.map((cell, column) => {
          const named = cell.length > 0 ? scope(column) : null;
          return tag(named === null ? 'td' : 'th', { scope: named }, this.inlines(cell));
        }),
      );
    return tag(
      'table',
      {},
      caption && tag('caption', {}, this.inlines(caption)),
      tag(
        'thead',
        {},
        cells(header, () => 'col'),
      ),
      tag(
        'tbody',
        {},
        rows.map((row) => cells(row, (column) => (column === 0 ? 'row' : null))),
      ),
    );
  }

  image({ picture, alt, caption, credit, rights }: BlockOf<'image'>): Html {
    const rendition = fallbackOf(picture, null);
    const { width, height } = rendition;
    const url = absoluteUrl(renditionPath(picture, rendition));
    return pictureHtml(
      { url, width, height, alt },
      caption && this.inlines(caption),
      pictureCredit(credit, rights),
    );
  }

  quotation({ paragraphs, attribution, source, language }: BlockOf<'quotation'>): HtmlChild {
    const cite = source && this.href(source);
    const words = attribution && this.inlines(attribution);
    const isLinked = attribution?.some(({ type }) => type === 'link') ?? false;
    const credit =
      cite === null || isLinked
        ? words
        : tag('a', { href: cite }, words ?? 'Source of this quotation');
    return [
      tag(
        'blockquote',
        { cite, ...languageAttributes(language) },
        paragraphs.map((children) => tag('p', {}, this.inlines(children))),
      ),
      credit && tag('p', {}, '— ', credit),
    ];
  }

  pullQuote({ children, attribution }: BlockOf<'pullQuote'>): HtmlChild {
    const line = this.inlines(children);
    if (attribution === null) return tag('p', {}, tag('strong', {}, line));
    return [
      tag('blockquote', {}, tag('p', {}, line)),
      tag('p', {}, '— ', this.inlines(attribution)),
    ];
  }

  entry({ label, when, children }: BlockOf<'timeline'>['entries'][number]): Html {
    const dated =
      when === null || when.to !== null ? label : tag('time', { datetime: when.from }, label);
    return tag('li', {}, tag('strong', {}, dated), ': ', this.inlines(children));
  }

  href(href: string): string {
    return absoluteHref(href, this.storyUrl);
  }
}

/** Of a part that is set apart: it belongs to whatever the text's own headings head. */
function heading(title: string): Html {
  return tag('h3', {}, title);
}

function listOf(ordered: boolean, start: number, items: readonly Html[]): Html {
  if (!ordered) return tag('ul', {}, items);
  return tag('ol', { start: start === 1 ? null : start }, items);
}

function embed({ href, title, provider }: BlockOf<'embed'>): Html {
  return tag(
    'p',
    {},
    tag('a', { href }, tag('cite', {}, title)),
    ` (${provider ?? new URL(href).hostname})`,
  );
}
