/** What tokens.css declares, read from it: nothing of it is written twice. */
export type Tokens = Readonly<{
  light: ReadonlyMap<string, string>;
  /** Those of the light scheme that the dark one leaves alone, and its own. */
  dark: ReadonlyMap<string, string>;
}>;

const DARK = '@media (prefers-color-scheme: dark)';
const CONTRAST = '@media (prefers-contrast: more)';

/** Values by name without the hyphens in front. Throws when the file has no dark scheme. */
export function parseTokens(css: string): Tokens {
  const [light = '', dark] = (css.split(CONTRAST)[0] ?? '').split(DARK);
  if (dark === undefined) throw new Error(`tokens.css says nothing under ${DARK}`);
  const common = declarations(light);
  return { light: common, dark: new Map([...common, ...declarations(dark)]) };
}

function declarations(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Those that are plain colours. */
export function coloursOf(tokens: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...tokens].filter(([, value]) => value.startsWith('oklch(')));
}

/** The widths in rem from which layouts change, narrowest first. */
export function breakpointsIn(css: string): readonly number[] {
  const widths = [...css.matchAll(/\(width >= ([\d.]+)rem\)/g)].map(([, rem]) => Number(rem));
  return [...new Set(widths)].sort((a, b) => a - b);
}

/** Colours that carry text, each with the ground it stands on. */
export const textPairs = [
  ['ink', 'paper'],
  ['ink', 'tint'],
  ['ink', 'mark'],
  ['muted', 'paper'],
  ['muted', 'tint'],
  ['accent', 'paper'],
  ['accent', 'tint'],
  ['accent', 'mark'],
] as const;
