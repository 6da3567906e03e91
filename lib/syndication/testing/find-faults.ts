import { type Expectation, expectations } from './expected-fields';
import { isReference, isThing, type Place, placesIn, type Thing, valuesOf } from './things';
import { vocabulary } from './vocabulary';

type FaultName =
  | 'unknown type'
  | 'unknown property'
  | 'wrong domain'
  | 'relative address'
  | 'date without offset'
  | 'empty value'
  | 'missing required field'
  | 'missing recommended field'
  | 'wrong position'
  | 'unknown identity'
  | 'repeated identity';

/** `at` is a place in the graph: `0.author.0`. */
export type Fault = Readonly<{ name: FaultName; what: string; at: string }>;

/**
 * What is wrong with a graph in schema.org's words.
 * @param elsewhere identities that other pages describe
 */
export function findFaults(document: unknown, elsewhere: readonly string[] = []): readonly Fault[] {
  const graph = isThing(document) ? valuesOf(document['@graph']) : [];
  const places = placesIn(graph);
  return [
    ...(graph.length === 0 ? [fault('empty value', '@graph', '')] : []),
    ...places.flatMap(ofVocabulary),
    ...places.flatMap(ofValues),
    ...places.flatMap(ofExpectations),
    ...places.flatMap(ofPositions),
    ...ofIdentities(places, elsewhere),
  ];
}

function fault(name: FaultName, what: string, at: string): Fault {
  return { name, what, at };
}

function ofVocabulary({ thing, at }: Place): readonly Fault[] {
  if (isReference(thing)) return [];
  const type = String(thing['@type']);
  if (vocabulary[type] === undefined) return [fault('unknown type', type, at)];
  const known = propertiesOf(type);
  return Object.keys(thing)
    .filter((property) => !property.startsWith('@') && !known.has(withoutAnnotation(property)))
    .map((property) =>
      fault(isAnyProperty(property) ? 'wrong domain' : 'unknown property', property, at),
    );
}

/** Those of the type and of all that it is a kind of. */
function propertiesOf(type: string): ReadonlySet<string> {
  const { parents, properties } = vocabulary[type] ?? { parents: [], properties: '' };
  return new Set([
    ...properties.split(' '),
    ...parents.flatMap((parent) => [...propertiesOf(parent)]),
  ]);
}

function isAnyProperty(property: string): boolean {
  return Object.keys(vocabulary).some((type) => propertiesOf(type).has(property));
}

/** `query-input` says of an action's `query` what it takes (https://schema.org/docs/actions.html). */
function withoutAnnotation(property: string): string {
  return property.replace(/-(input|output)$/, '');
}

/** Their text values are addresses, except where they name a thing. */
const addresses =
  /^(@id|url|urlTemplate|item|image|logo|sameAs|mainEntityOfPage|publishingPrinciples|ownershipFundingInfo|\w+Policy)$/;
const dates = /^date(Published|Modified|Created)$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function ofValues({ thing, at }: Place): readonly Fault[] {
  return Object.entries(thing).flatMap(([property, value]) => {
    const values = valuesOf(value);
    const where = `${at}.${property}`;
    const text = values.filter((part) => typeof part === 'string');
    return [
      ...(values.length === 0 || values.some(isEmpty)
        ? [fault('empty value', property, where)]
        : []),
      ...(addresses.test(property) ? text : [])
        .filter((address) => !/^https?:\/\/[^/]/.test(address))
        .map((address) => fault('relative address', address, where)),
      ...(dates.test(property) ? text : [])
        .filter((date) => !instant.test(date))
        .map((date) => fault('date without offset', date, where)),
    ];
  });
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || (isThing(value) && Object.keys(value).length === 0);
}

function ofExpectations({ thing, at, described }: Place): readonly Fault[] {
  return expectations
    .filter(({ type, describedOnly }) => thing['@type'] === type && (described || !describedOnly))
    .flatMap((expectation) => missing(thing, expectation, at));
}

function missing(thing: Thing, { required, recommended }: Expectation, at: string) {
  return [
    ...required
      .filter((path) => !says(thing, path.split('.')))
      .map((path) => fault('missing required field', path, at)),
    ...recommended
      .filter((path) => !says(thing, path.split('.')))
      .map((path) => fault('missing recommended field', path, at)),
  ];
}

/** Whether every value on the way says the next word of the path. */
function says(value: unknown, [property, ...rest]: readonly string[]): boolean {
  if (property === undefined) return true;
  if (!isThing(value)) return false;
  const values = valuesOf(value[property]);
  return values.length > 0 && values.every((part) => says(part, rest));
}

/** Items count up by one; only the last of a trail, which is the page itself, may lack an address. */
function ofPositions({ thing, at }: Place): readonly Fault[] {
  const items = valuesOf(thing.itemListElement).filter(isThing);
  const isTrail = thing['@type'] === 'BreadcrumbList';
  const first = isTrail ? 1 : Number(items[0]?.position);
  return items.flatMap((item, index) => {
    const where = `${at}.itemListElement.${index}`;
    const wrong = item.position !== first + index;
    const addressless = isTrail && index < items.length - 1 && item.item === undefined;
    return [
      ...(wrong ? [fault('wrong position', String(item.position), where)] : []),
      ...(addressless ? [fault('missing required field', 'item', where)] : []),
    ];
  });
}

/** Each identity is described once on a page; what is only referred to is described somewhere. */
function ofIdentities(places: readonly Place[], elsewhere: readonly string[]): readonly Fault[] {
  const described = places.filter(({ thing }) => '@id' in thing && !isReference(thing));
  const known = new Set([...elsewhere, ...described.map(({ thing }) => thing['@id'])]);
  const repeated = described.filter(
    ({ thing }, index) =>
      described.findIndex((other) => other.thing['@id'] === thing['@id']) < index,
  );
  const unknown = places.filter(({ thing }) => isReference(thing) && !known.has(thing['@id']));
  return [
    ...repeated.map(({ thing, at }) => fault('repeated identity', String(thing['@id']), at)),
    ...unknown.map(({ thing, at }) => fault('unknown identity', String(thing['@id']), at)),
  ];
}
