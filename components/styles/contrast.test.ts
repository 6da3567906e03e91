import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from './colour';
import { coloursOf, parseTokens, textPairs } from './tokens';

const tokens = parseTokens(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'));

const schemes = { light: coloursOf(tokens.light), dark: coloursOf(tokens.dark) };

describe.each(Object.entries(schemes))('In the %s scheme', (_, colours) => {
  const ratio = (one: string, other: string) =>
    contrast(colours.get(one) ?? `no ${one}`, colours.get(other) ?? `no ${other}`);

  it.each(textPairs)('%s on %s can be read', (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('the focus outline stands out from the page', () => {
    expect(ratio('accent', 'paper')).toBeGreaterThanOrEqual(3);
  });
});
