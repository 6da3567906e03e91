import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { Place, Report } from './report';

export type Path = readonly (string | number)[];

/** A piece of YAML read, with the place of every key and value. */
export type YamlSource = Readonly<{
  value: unknown;
  /** Place of what stands at a path, or of the nearest thing around it that exists. */
  place(path: Path, part?: 'key' | 'value'): Place;
}>;

/** After a few faults YAML’s parser only guesses. */
const MOST_FAULTS = 5;

/**
 * @param firstLine line of the file on which the YAML begins
 * @param field how problems of the YAML itself are named
 */
export function parseYaml(
  text: string,
  firstLine: number,
  field: string,
  report: Report,
): YamlSource | null {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
  });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const start: Place = { line: Math.max(firstLine - 1, 1), column: 1 };

  const faults = [...document.errors, ...document.warnings];
  for (const fault of faults.slice(0, MOST_FAULTS)) {
    const [message, remedy] = explainYaml(fault);
    report.error(placeOf(faultOffset(fault, document)), field, message, remedy);
  }
  if (faults.length > 0) return null;

  const reference = firstReference(document);
  if (reference !== null) {
    const message = 'YAML takes what begins with * for a reference';
    report.error(placeOf(reference), field, message, 'put the text in quotes');
    return null;
  }
  warnOfComments(document, placeOf, report);
  return { value: document.toJS(), place: placeFinder(document, placeOf, start) };
}

/** Editors do not repeat values by YAML’s `&name` and `*name`; such a line is a slip. */
function firstReference(document: Document): number | null {
  let offset: number | null = null;
  visit(document, {
    Alias(_, { range }) {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/** `The #1 song` is “The” to YAML. A comment proper has a space after its `#`. */
function warnOfComments(
  document: Document,
  placeOf: (offset: number) => Place,
  report: Report,
): void {
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(value) || value.type !== 'PLAIN' || !/^[^\s#]/.test(value.comment ?? ' '))
        return;
      report.warning(
        placeOf(nodeOffset(value) ?? 0),
        isScalar(key) ? String(key.value) : 'front matter',
        'all after the # is a comment to YAML, and is left out',
        'put the text in quotes',
      );
    },
  });
}

function placeFinder(
  document: Document,
  placeOf: (offset: number) => Place,
  start: Place,
): YamlSource['place'] {
  const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  return (path, part = 'value') => {
    let node: unknown = document.contents;
    let offset: number | null = null;
    for (const [depth, step] of path.entries()) {
      const isLast = depth === path.length - 1;
      const pair = isMap(node) ? indexOf(node, indexes).get(String(step)) : null;
      const item: unknown = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : null;
      const found = pair && (part === 'key' || !isLast) ? pair.key : item;
      offset = nodeOffset(found) ?? nodeOffset(pair?.key) ?? offset;
      if (item === null || item === undefined) break;
      node = item;
    }
    return offset === null ? start : placeOf(offset);
  };
}

/** Pairs by key, so that a list of ten thousand tags is not searched ten thousand times. */
function indexOf(
  map: YAMLMap,
  indexes: WeakMap<YAMLMap, ReadonlyMap<string, Pair>>,
): ReadonlyMap<string, Pair> {
  const known = indexes.get(map);
  if (known !== undefined) return known;
  const index = new Map(
    map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])),
  );
  indexes.set(map, index);
  return index;
}

function nodeOffset(node: unknown): number | null {
  return isNode(node) && node.range ? node.range[0] : null;
}

/** An unclosed quotation is noticed at the end of the file; editors look for its beginning. */
function faultOffset(fault: YAMLError, document: Document.Parsed): number {
  const [offset] = fault.pos;
  if (fault.code !== 'MISSING_CHAR') return offset;
  let opening = offset;
  visit(document, {
    Scalar(_, { type, range }) {
      const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (quoted && range && range[0] <= offset && range[1] >= offset) [opening] = range;
    },
  });
  return opening;
}

function explainYaml(fault: YAMLError): [message: string, remedy: string] {
  switch (fault.code) {
    case 'TAB_AS_INDENT':
      return ['a tab indents this line; YAML takes spaces only', 'put two spaces for each tab'];
    case 'DUPLICATE_KEY':
      return ['this key stands here for the second time', 'keep one of the two'];
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
    case 'MULTILINE_IMPLICIT_KEY':
      return [
        'YAML takes this line for something else than a key and its value',
        'quote a text that holds a colon ("…: …"), and check the spaces before each key',
      ];
    case 'MISSING_CHAR':
      return [
        'a quotation mark, bracket, comma or colon is missing here',
        'close every " and [ and { that you open, and put a colon and a space after each key',
      ];
    case 'BAD_INDENT':
      return ['the spaces before this line do not fit the lines above', 'align it with its like'];
    case 'BAD_SCALAR_START':
      return ['a text cannot begin with this character', 'put the text in quotes'];
    default:
      return [`this is not YAML (${firstSentence(fault.message)})`, 'compare with README.md'];
  }
}

function firstSentence(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
