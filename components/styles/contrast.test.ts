import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '@/components/testing/colour';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

/** The colours a part of the file declares. */
function colours(part: string): Map<string, string> {
  return new Map(
    [...part.matchAll(/--([\w-]+): (oklch\([^)]+\));/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

const schemes = {
  light: colours(light),
  dark: new Map([...colours(light), ...colours(dark)]),
};

const textPairs = [
  ['ink', 'paper'],
  ['ink', 'tint'],
  ['ink', 'mark'],
  ['muted', 'paper'],
  ['muted', 'tint'],
  ['accent', 'paper'],
  ['accent', 'tint'],
  ['accent', 'mark'],
] as const;

describe.each(Object.entries(schemes))('In the %s scheme', (_, tokens) => {
  const ratio = (one: string, other: string) =>
    contrast(tokens.get(one) ?? `no ${one}`, tokens.get(other) ?? `no ${other}`);

  it.each(textPairs)('%s on %s can be read', (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('the focus outline stands out from the page', () => {
    expect(ratio('accent', 'paper')).toBeGreaterThanOrEqual(3);
  });
});
