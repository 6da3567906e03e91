import { describe, expect, test } from 'vitest';
import { discounted, gainsOf, type Judgement, worthOf } from './metrics';

const story = (grade: Judgement['grade'], strand: string, text = strand): Judgement => ({
  ...{ grade, strand, text },
});

const first = story(2, 'event', 'first');
const second = story(2, 'event', 'second');
const later = story(2, 'later');
const background = story(1, 'background');
const nothing = story(0, 'nothing');
const judged = [first, second, later, background, nothing];

describe('what a place is worth', () => {
  test('is its grade, halved for each place above of its strand', () => {
    expect(gainsOf([first, background, second, later], 'read', 0.5)).toEqual([2, 1, 1, 2]);
    expect(gainsOf([first, background, second, later], 'read', 1)).toEqual([2, 1, 2, 2]);
  });

  test('is nothing for the text that has been read, or one above', () => {
    const copy = story(2, 'event', 'first');
    const ofRead = story(2, 'event', 'read');
    expect(gainsOf([ofRead, first, copy, second], 'read', 0.5)).toEqual([0, 2, 0, 1]);
  });

  test('counts by 1 / log2(1 + place)', () => {
    // 2 / 1 + 1 / 1.58496 + 0 / 2 + 1 / 2.32193
    expect(discounted([2, 1, 0, 1])).toBeCloseTo(3.06161, 5);
  });
});

describe('what a list is worth', () => {
  test('is 1 for the best that there is', () => {
    expect(worthOf([first, later, second, background], judged, 'read', 4)).toEqual({
      ...{ precision: 1, ndcg: 1, plainNdcg: 1, repeats: 1 },
    });
  });

  test('is less for the second report of an event in front of another story', () => {
    // Ideal: 2, 2, 1, 1 = 4.19252. Here: 2, 1, 2, 1 = 4.06161.
    const worth = worthOf([first, second, later, background], judged, 'read', 4);
    expect(worth.ndcg).toBeCloseTo(0.96877, 5);
    expect(worth.plainNdcg).toBe(1);
  });

  test('is less for what has nothing to do with it, and for places left empty', () => {
    // 0 + 2 / 1.58496 = 1.26186 of 4.19252
    const worth = worthOf([nothing, first], judged, 'read', 4);
    expect(worth.precision).toBe(0.25);
    expect(worth.ndcg).toBeCloseTo(0.30098, 5);
  });

  test('counts places beyond the last for nothing', () => {
    expect(worthOf([nothing, first], judged, 'read', 1)).toEqual({
      ...{ precision: 0, ndcg: 0, plainNdcg: 0, repeats: 0 },
    });
  });

  test('is nothing where nothing is related', () => {
    expect(worthOf([nothing], [nothing], 'read', 4).ndcg).toBe(0);
  });
});
