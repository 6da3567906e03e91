/** How often each thing is measured, unless a part says otherwise. */
export const ROUNDS = 5;

/**
 * Measures several things in turns, so that what else the machine does falls on all alike.
 * The order is turned round each time. Answers the values of each, in the order of the rounds.
 */
export async function inTurns<Name extends string, Value>(
  things: Readonly<Record<Name, () => Promise<Value>>>,
  rounds = ROUNDS,
): Promise<Readonly<Record<Name, readonly Value[]>>> {
  const names = Object.keys(things) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    Value[]
  >;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      values[name].push(await things[name]());
    }
  }
  return values;
}

/** Pairs the values of each round. */
export function ratios(above: readonly number[], below: readonly number[]): number[] {
  return above.map((value, round) => value / (below[round] ?? Number.NaN));
}
