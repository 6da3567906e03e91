import { expect, test } from 'vitest';
import { SearchLimits } from './search-limits';

function limits(perClient: number, inAll: number) {
  let now = 0;
  const made = new SearchLimits({ perClient, inAll, now: () => now });
  return {
    take: (client: string) => made.take(client),
    wait: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}

test('A client has its searches of a minute at once, then one each time that it is told to wait for', () => {
  const { take, wait } = limits(6, 100);
  expect(Array.from({ length: 7 }, () => take('a'))).toEqual([...Array(6).fill(null), 10]);
  wait(4);
  expect(take('a')).toBe(6);
  wait(6);
  expect([take('a'), take('a')]).toEqual([null, 10]);
});

test('Another client is not concerned, and one who waits long has no more than a minute’s', () => {
  const { take, wait } = limits(2, 100);
  expect([take('a'), take('a'), take('a')]).toEqual([null, null, 30]);
  expect(take('b')).toBeNull();
  wait(3600);
  expect([take('a'), take('a'), take('a')]).toEqual([null, null, 30]);
});

test('All clients together have a limit of their own, from which refusals take nothing', () => {
  const { take, wait } = limits(2, 4);
  expect(Array.from({ length: 9 }, () => take('a')).filter((wait) => wait === null)).toHaveLength(
    2,
  );
  expect([take('b'), take('c'), take('d')]).toEqual([null, null, 15]);
  wait(15);
  expect(take('d')).toBeNull();
});

test('Clients without number are not remembered without number', () => {
  const { take } = limits(1, 100_000);
  for (let index = 0; index < 20_000; index += 1) take(`client-${index}`);
  expect(take('client-19999')).toBe(60);
  expect(take('client-0'), 'was forgotten').toBeNull();
});
