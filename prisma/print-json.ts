import { isRecord } from '@/lib/document/explain-issue';
import type { Lookup, Series } from '@/lib/document/shelf';

/** Characters handed on together. */
const PIECE = 16_384;

/** A value as JSON and a line's end, in pieces: the report of a long run is longer than memory should be. */
export function printJson(value: unknown, write: (piece: string) => void): void {
  let piece = '';
  for (const part of partsOf(value)) {
    piece += part;
    if (piece.length < PIECE) continue;
    write(piece);
    piece = '';
  }
  write(`${piece}\n`);
}

/** Series are arrays, lookups objects. */
function* partsOf(value: unknown): Generator<string> {
  if (isSeries(value)) {
    yield* listOf('[', value, ']', partsOf);
  } else if (isLookup(value)) {
    yield* listOf('{', value, '}', propertyOf);
  } else if (isRecord(value) && !('toJSON' in value)) {
    const told = Object.entries(value).filter(([, inner]) => inner !== undefined);
    yield* listOf('{', told, '}', propertyOf);
  } else {
    yield JSON.stringify(value);
  }
}

function* propertyOf([name, value]: [string, unknown]): Generator<string> {
  yield `${JSON.stringify(name)}:`;
  yield* partsOf(value);
}

function* listOf<Item>(
  start: string,
  items: Readonly<{ [Symbol.iterator]: () => Iterator<Item> }>,
  end: string,
  partsOf: (item: Item) => Iterable<string>,
): Generator<string> {
  let before = start;
  for (const item of items) {
    yield before;
    yield* partsOf(item);
    before = ',';
  }
  yield before === start ? start + end : end;
}

function isSeries(value: unknown): value is Series<unknown> {
  return isObject(value) && Symbol.iterator in value && 'length' in value;
}

function isLookup(value: unknown): value is Lookup<unknown> {
  return isObject(value) && Symbol.iterator in value && 'get' in value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
