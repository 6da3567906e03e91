import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

describe('A series', () => {
  test('gives back what was laid on it, in any order and as often as it is asked', () => {
    const blocks = [{ type: 'paragraph', at: new Date(0), caption: null, text: 'Kyjiw — Київ 🕊' }];
    const [stories, words] = [shelf.series<object>(), shelf.series<string>()];
    stories.push({ body: blocks, bodyText: '' });
    words.push('one');
    stories.push({ bytes: Uint8Array.of(0, 255, 13, 10) });
    expect(stories.at(1)).toEqual({ bytes: Uint8Array.of(0, 255, 13, 10) });
    expect(stories.at(0)).toEqual({ body: blocks, bodyText: '' });
    expect(stories.at(2)).toBeUndefined();
    expect([...words]).toEqual(['one']);
    expect([...stories]).toEqual([...stories]);
  });

  test('keeps bytes as they were, whatever a caller does to them', () => {
    const [kept, bytes] = [shelf.series<Uint8Array>(), Uint8Array.of(1, 2, 3)];
    kept.push(bytes);
    bytes.fill(9);
    kept.at(0)?.fill(8);
    expect([...(kept.at(0) ?? [])]).toEqual([1, 2, 3]);
  });

  test('keeps more than it had room for at first', () => {
    const numbers = shelf.series<number>();
    for (let number = 0; number < 1_000; number += 1) numbers.push(number);
    expect([...numbers]).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
  });
});

describe('A lookup', () => {
  test('is a map, whatever is put into it in whatever order', () => {
    const name = fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('constructor', '__proto__'));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.integer())), (entries) => {
        const [kept, map] = [shelf.lookup<number>(), new Map<string, number>()];
        for (const [key, value] of entries) {
          expect(kept.get(key)).toBe(map.get(key));
          kept.set(key, value);
          map.set(key, value);
        }
        expect(kept.size).toBe(map.size);
        expect(kept.has('never')).toBe(false);
        expect(new Map(kept)).toEqual(map);
        expect([...kept.keys()].sort()).toEqual([...map.keys()].sort());
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('finds each of many names', () => {
    const kept = shelf.lookup<number>();
    for (let number = 0; number < 5_000; number += 1) kept.set(`story-${number}`, number);
    const found = Array.from({ length: 5_000 }, (_, number) => kept.get(`story-${number}`));
    expect(found).toEqual(found.map((_, number) => number));
    expect(kept.get('story-5000')).toBeUndefined();
  });
});

test.skipIf(process.platform === 'win32')(
  'A shelf leaves nothing behind, were it killed now',
  () => {
    const kept = shelf.series<string>();
    kept.push('much');
    expect(readdirSync(place)).toEqual([]);
    expect(kept.at(0)).toBe('much');
  },
);
