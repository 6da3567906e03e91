import { expect, test } from 'vitest';
import { drawBar, progressBar } from './progress-bar';

test('A bar says how much is done, how fast it goes and how long it will take', () => {
  expect(drawBar('Reading', 2_500, 10_000, 5_000)).toBe(
    'Reading  ██████░░░░░░░░░░░░░░░░░░  2,500 of 10,000, 500 a second, 15 s left',
  );
  expect(drawBar('Reading', 0, 10, 0)).toBe(
    'Reading  ░░░░░░░░░░░░░░░░░░░░░░░░  0 of 10, 0 a second',
  );
});

function watched(isTTY: boolean) {
  const written: string[] = [];
  let now = 0;
  const out = { isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
  const bar = progressBar('Writing', out, () => now);
  const at = (milliseconds: number) => {
    now = milliseconds;
  };
  return { bar, written, at };
}

test('It comes when a work takes long, is not drawn too often, and is gone at the end', () => {
  const { bar, written, at } = watched(true);
  for (const [milliseconds, done] of [
    ...([
      [500, 1],
      [1_600, 2],
      [1_650, 3],
      [1_800, 4],
    ] as const),
  ]) {
    at(milliseconds);
    bar.step(done, 10);
  }
  bar.end();
  expect(written).toHaveLength(3);
  expect(written[0]).toContain('2 of 10');
  expect(written[1]).toContain('4 of 10');
  expect(written[2]).toBe('\r\u001b[2K');
});

test('Where nobody watches, nothing is written', () => {
  const { bar, written, at } = watched(false);
  at(5_000);
  bar.step(1, 2);
  bar.end();
  expect(written).toEqual([]);
});
