import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openShelf, type Shelf } from './shelf';

let place: string;
let shelf: Shelf;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'prism-test-'));
  vi.stubEnv('TMPDIR', place);
  shelf = openShelf();
});
afterEach(() => {
  shelf.close();
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true });
});

test('gives back what was laid on it, in any order and as often as it is asked', () => {
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
  const bytes = Uint8Array.of(1, 2, 3);
  const kept = shelf.layBytes(bytes);
  bytes.fill(9);
  kept().fill(8);
  expect([...kept()]).toEqual([1, 2, 3]);
});

test.skipIf(process.platform === 'win32')('leaves nothing behind, were it killed now', () => {
  const kept = shelf.lay('much');
  expect(readdirSync(place)).toEqual([]);
  expect(kept()).toBe('much');
});
