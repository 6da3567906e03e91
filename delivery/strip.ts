import { Parser } from 'htmlparser2';
import type { Stylesheet } from './stylesheet';

/** A page without the framework's scripts, and what its headers must know of it. */
export type StrippedPage = Readonly<{
  html: string;
  /** Contents of its style elements: the policy allows these by their hashes. */
  styles: readonly string[];
  /** Contents of the scripts that stay and run: allowed in the same way. */
  scripts: readonly string[];
  /** Addresses of the fonts it preloads, in its order. */
  fonts: readonly string[];
  /** Addresses of style sheets that it still links to, because their text was not at hand. */
  linked: readonly string[];
}>;

/** Values are as they stand in the source, with their character references. */
type Attributes = Readonly<Record<string, string>>;

/** A piece of the source, from `start` up to `end`, and what takes its place. */
type Cut = Readonly<{ start: number; end: number; instead: string | (() => string) }>;

/** What React marks the styles with that it places: of use to its scripts alone. */
const REACT_MARKS = ['data-precedence', 'data-href'];

/**
 * Takes out what only a browser application needs: scripts and the hints that load them, the flight
 * data (which is in scripts), React's comments, the empty `<div hidden>` that waits for late
 * metadata, React's marks on styles. Puts style sheets, cut to the page, in the place of the links to
 * them, so that one request brings the whole page. The parser only finds what goes; all else stays byte by byte as it
 * was written.
 *
 * Scripts that stay: data (`application/ld+json`), `speculationrules`, and those of ours, which are
 * inline and marked `data-keep`.
 * @param stylesheets by the address in links to them
 */
export function stripPage(
  page: string,
  stylesheets: ReadonlyMap<string, Stylesheet> = new Map(),
): StrippedPage {
  const cuts: Cut[] = [];
  const styles: string[] = [];
  const scripts: string[] = [];
  const fonts: string[] = [];
  const linked: string[] = [];
  const names = new Set<string>();
  /** Where a script that goes began. */
  let script: number | null = null;
  /** Where a `<div hidden>` began in which nothing was found yet. */
  let placeholder: number | null = null;
  /** Where the text of the element being read is gathered. */
  let gathering: string[] | null = null;

  const cut = (start: number, instead: Cut['instead'] = '') => {
    // In `</script >` the parser reports the end of the name, not of the tag.
    const last = page.indexOf('>', parser.endIndex);
    cuts.push({ start, end: last === -1 ? page.length : last + 1, instead });
  };
  const gatherInto = (contents: string[]) => {
    contents.push('');
    gathering = contents;
  };

  const inline = (start: number, { href = '', media }: Attributes) => {
    const sheet = stylesheets.get(href);
    if (sheet === undefined) {
      linked.push(href);
      return;
    }
    // What the page has is known at its end.
    const place = styles.push('') - 1;
    cut(start, () => {
      const text = sheet.cutTo(names);
      styles[place] = text;
      return `<style${media === undefined ? '' : ` media="${media}"`}>${text}</style>`;
    });
  };

  const open = (name: string, attributes: Attributes) => {
    const start = parser.startIndex;
    note(name, attributes, names);
    placeholder = isPlaceholder(name, attributes) ? start : null;
    if (name === 'script') {
      if (runs(attributes)) gatherInto(scripts);
      else if (!isData(attributes)) script = start;
    } else if (name === 'style') {
      gatherInto(styles);
      cut(start, withoutReactMarks(name, attributes));
    } else if (name === 'link') {
      if (loadsScripts(attributes) || isPreload(attributes, 'style')) cut(start);
      else if (attributes.rel === 'stylesheet') inline(start, attributes);
      else if (isPreload(attributes, 'font')) fonts.push(attributes.href ?? '');
    }
  };
  const text = (data: string) => {
    placeholder = null;
    // The parser hands out one text in several pieces.
    if (gathering !== null) gathering[gathering.length - 1] += data;
  };
  const close = (name: string) => {
    gathering = null;
    if (name === 'script' && script !== null) {
      cut(script);
      script = null;
    } else if (name === 'div' && placeholder !== null) {
      cut(placeholder);
      placeholder = null;
    }
  };

  const parser = new Parser(
    {
      onopentag: open,
      ontext: text,
      onclosetag: close,
      // React writes no comment but its own marks, and an editor cannot write any.
      oncomment: () => cut(parser.startIndex),
    },
    { decodeEntities: false },
  );
  parser.end(page);
  const html = applied(page, cuts);
  return { html, styles, scripts, fonts, linked };
}

function note(name: string, { class: classes }: Attributes, names: Set<string>): void {
  names.add(name);
  for (const each of classes?.split(/\s+/) ?? []) names.add(`.${each}`);
}

function isData({ type }: Attributes): boolean {
  return type === 'application/ld+json';
}

/** Whether the policy must allow it, which holds speculation rules to be a script as well. */
function runs({ type, src, 'data-keep': mark }: Attributes): boolean {
  return src === undefined && (mark !== undefined || type === 'speculationrules');
}

/** `expect` holds rendering back until a script has written an element. */
function loadsScripts(link: Attributes): boolean {
  return link.rel === 'modulepreload' || link.rel === 'expect' || isPreload(link, 'script');
}

function isPreload({ rel, as }: Attributes, kind: string): boolean {
  return rel === 'preload' && as === kind;
}

function isPlaceholder(name: string, attributes: Attributes): boolean {
  return name === 'div' && Object.keys(attributes).join() === 'hidden';
}

function withoutReactMarks(name: string, attributes: Attributes): string {
  const kept = Object.entries(attributes)
    .filter(([attribute]) => !REACT_MARKS.includes(attribute))
    .map(([attribute, value]) => ` ${attribute}="${value.replaceAll('"', '&quot;')}"`);
  return `<${name}${kept.join('')}>`;
}

/** The source with its cuts made; one within another, as a comment in a placeholder, is part of it. */
function applied(source: string, cuts: readonly Cut[]): string {
  const ordered = [...cuts].sort((one, other) => one.start - other.start);
  let result = '';
  let position = 0;
  for (const { start, end, instead } of ordered) {
    if (start < position) continue;
    result += source.slice(position, start) + (typeof instead === 'string' ? instead : instead());
    position = end;
  }
  return result + source.slice(position);
}
