import { expect, test } from 'vitest';
import { AT_HAND, openShelf } from '@/lib/document/shelf';
import { printJson } from './print-json';

const printed = (value: unknown) => {
  const pieces: string[] = [];
  printJson(value, (piece) => pieces.push(piece));
  return pieces;
};

const shelf = openShelf();

test.each([
  ['in memory', AT_HAND],
  ['on a shelf', shelf],
])(
  'Lists %s are printed as arrays, lookups as objects, all else as JSON.stringify does',
  (_, on) => {
    const [list, empty] = [on.series<object>(), on.series<string>()];
    const lookup = on.lookup<Date>();
    list.push({ from: 'a"', to: null });
    list.push({ from: 'b', to: [1, [], {}] });
    lookup.set('articles/å.md', new Date(0));
    const others = { none: undefined, yes: true, at: new Date(1), text: 'é\n' };
    const text = printed({ list, empty, lookup, nothing: on.lookup(), ...others }).join('');
    expect(text.endsWith('}\n')).toBe(true);
    expect(JSON.parse(text)).toEqual({
      list: [
        { from: 'a"', to: null },
        { from: 'b', to: [1, [], {}] },
      ],
      ...{ empty: [], nothing: {}, lookup: { 'articles/å.md': '1970-01-01T00:00:00.000Z' } },
      ...{ yes: true, at: '1970-01-01T00:00:00.001Z', text: 'é\n' },
    });
  },
);

test('What is long comes in pieces', () => {
  const list = shelf.series<string>();
  for (let index = 0; index < 10_000; index += 1) list.push(`story-${index}`);
  const pieces = printed(list);
  expect(pieces.length).toBeGreaterThan(5);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(20_000);
  expect(JSON.parse(pieces.join(''))).toHaveLength(10_000);
});
