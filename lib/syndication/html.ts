import { permitted } from './xml';

/** HTML that is whole. Only `tag` makes it, so that no text is ever taken for markup. */
export class Html {
  /** @param markup balanced, with no style, script or handler */
  constructor(readonly markup: string) {}
}

type Attributes = Readonly<Record<string, string | number | null | undefined>>;
/** Text is escaped; null is nothing. */
export type HtmlChild = Html | string | null | readonly HtmlChild[];

/** Elements without an end tag (HTML, 13.1.2): they take no children. */
const VOID = ['br', 'hr', 'img'];

/** One element. Attributes that are null or undefined are left out. */
export function tag(name: string, attributes: Attributes, ...children: HtmlChild[]): Html {
  const words = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`)
    .join('');
  const start = `<${name}${words}>`;
  return new Html(VOID.includes(name) ? start : `${start}${write(children)}</${name}>`);
}

/** Elements and text one after another, as markup. */
export function htmlFragment(...children: HtmlChild[]): string {
  return write(children);
}

function write(child: HtmlChild): string {
  if (child === null) return '';
  if (typeof child === 'string') return escapeHtml(child);
  return child instanceof Html ? child.markup : child.map(write).join('');
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** The one way of text into HTML here, in content and in attributes in double quotation marks. */
function escapeHtml(text: string): string {
  return permitted(text).replace(/[&<>"]/g, (character) => REFERENCES[character] ?? character);
}
