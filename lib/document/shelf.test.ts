import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { openShelf, type Shelf } from './shelf';

let shelf: Shelf | undefined;
afterEach(() => shelf?.close());

const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('prism-shelf-'));

test('gives back what was laid on it, in any order and as often as it is asked', () => {
  shelf = openShelf();
  const bytes = shelf.layBytes(Buffer.from([0, 255, 13, 10]));
  const blocks = [{ type: 'paragraph', at: new Date(0), caption: null, text: 'Kyjiw — Київ 🕊' }];
  const story = shelf.lay({ body: blocks, bodyText: '' });
  const nothing = shelf.layBytes(new Uint8Array());
  expect(story()).toEqual({ body: blocks, bodyText: '' });
  expect([...nothing()]).toEqual([]);
  expect([...bytes()]).toEqual([0, 255, 13, 10]);
  expect(story()).toEqual(story());
});

test('a caller may change bytes that it laid aside', () => {
  shelf = openShelf();
  const bytes = Uint8Array.of(1, 2, 3);
  const kept = shelf.layBytes(bytes);
  bytes.fill(9);
  kept().fill(8);
  expect([...kept()]).toEqual([1, 2, 3]);
});

test('leaves nothing behind', () => {
  const before = folders();
  shelf = openShelf();
  shelf.lay('much');
  const [mine = ''] = folders().filter((name) => !before.includes(name));
  expect(existsSync(`${tmpdir()}/${mine}`)).toBe(true);
  shelf.close();
  shelf = undefined;
  expect(folders()).not.toContain(mine);
});
