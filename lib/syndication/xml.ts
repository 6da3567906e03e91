/** Markup that is whole. Only `element` makes it, so that no text is ever taken for markup. */
export class Xml {
  /** @param markup well-formed (XML 1.0) */
  constructor(readonly markup: string) {}
}

export type XmlAttributes = Readonly<Record<string, string | number | null>>;
/** Text is escaped; null is nothing. */
export type XmlChild = Xml | string | number | null;

/** One element. Attributes that are null are left out. */
export function element(name: string, attributes: XmlAttributes, ...children: XmlChild[]): Xml {
  const words = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const content = children.map(write).join('');
  return new Xml(content === '' ? `<${name}${words}/>` : `<${name}${words}>${content}</${name}>`);
}

/** A document, with its declaration, in UTF-8. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`;
}

function write(child: XmlChild): string {
  if (child === null) return '';
  return child instanceof Xml ? child.markup : escapeXml(String(child));
}

/** What no XML document may hold, however it is written (XML 1.0, production 2, “Char”). */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** The characters of a text that documents for other programs may hold, in XML and elsewhere. */
export function permitted(text: string): string {
  return text.replace(FORBIDDEN, '');
}

/** The one way of text into XML, in content and in attributes. `>` as well: `]]>` is forbidden. */
function escapeXml(text: string): string {
  return permitted(text).replace(/[&<>"\r]/g, (character) => REFERENCES[character] ?? character);
}
