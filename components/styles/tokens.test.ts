import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publication } from '@/lib/site/publication';
import { hexOf } from './colour';
import { breakpointsIn, coloursOf, parseTokens } from './tokens';

const css = `:root {
  --paper: oklch(0.9 0 0);
  --size-text: clamp(1rem, 2vw,
    3rem);
}
@media (prefers-color-scheme: dark) { :root { --paper: oklch(0.1 0 0); } }
@media (prefers-contrast: more) { :root { --paper: white; } }`;

test('tokens are read by name, and the dark scheme has what it does not change from the light', () => {
  const { light, dark } = parseTokens(css);
  expect(light.get('paper')).toBe('oklch(0.9 0 0)');
  expect(dark.get('paper')).toBe('oklch(0.1 0 0)');
  expect(dark.get('size-text')).toBe(light.get('size-text'));
  expect([...coloursOf(light).keys()]).toEqual(['paper']);
});

test('a file without a dark scheme is refused', () => {
  expect(() => parseTokens(':root { --paper: white; }')).toThrow('prefers-color-scheme: dark');
});

test('breakpoints are told once each, narrowest first', () => {
  const sheets = '@media (width >= 64rem) {} @media (width >= 40rem) {} @media (width >= 64rem) {}';
  expect(breakpointsIn(sheets)).toEqual([40, 64]);
});

test('browsers are told the colour of the paper, by day and by night', () => {
  const { light, dark } = parseTokens(readFileSync('components/styles/tokens.css', 'utf8'));
  const paper = [light, dark].map((tokens) => hexOf(tokens.get('paper') ?? ''));
  expect(paper).toEqual([publication.colour.light, publication.colour.dark]);
});
