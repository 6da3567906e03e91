/** A node of a graph: its properties by name. */
export type Thing = Readonly<Record<string, unknown>>;

/** A thing, and where in the graph it stands: `0.author.0`. */
export type Place = Readonly<{ thing: Thing; at: string; described: boolean }>;

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property's values; one value may stand without its list. */
export function valuesOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether it only points to a thing that is described elsewhere. */
export function isReference(thing: Thing): boolean {
  return Object.keys(thing).join() === '@id';
}

/** The things of a graph and all within them, outermost first. */
export function placesIn(things: readonly unknown[]): readonly Place[] {
  return things.flatMap((thing, index) => placesFrom(thing, String(index), true));
}

function placesFrom(value: unknown, at: string, described: boolean): readonly Place[] {
  if (Array.isArray(value)) {
    return value.flatMap((part, index) => placesFrom(part, `${at}.${index}`, described));
  }
  if (!isThing(value)) return [];
  const within = Object.entries(value).flatMap(([property, part]) =>
    placesFrom(part, `${at}.${property}`, false),
  );
  return [{ thing: value, at, described }, ...within];
}
