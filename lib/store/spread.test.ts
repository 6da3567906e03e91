import { describe, expect, test } from 'vitest';
import { type Candidate, spread } from './spread';

type Named = Candidate & Readonly<{ name: string }>;

const day = (number: number) => new Date(Date.UTC(2025, 0, number));

/** Shares nothing with any other, unless a test says so. */
function candidate(name: string, fields: Partial<Candidate>): Named {
  return {
    ...{ name, step: 1, score: 1, lead: [name], words: [name], visibleFrom: day(1) },
    ...fields,
  };
}

const read = { lead: ['read'], visibleFrom: day(1) };
const names = (candidates: readonly Named[]) => candidates.map(({ name }) => name);

describe('spreading out', () => {
  test('leaves those that repeat nothing in their order', () => {
    const all = [candidate('a', { score: 3 }), candidate('b', { score: 2 }), candidate('c', {})];
    expect(names(spread(all, read, 2, 1))).toEqual(['a', 'b']);
  });

  test('takes from a score what it repeats of a story above', () => {
    const words = ['one', 'two', 'three'];
    const all = [
      candidate('report', { score: 3, words }),
      // Half of all words are shared: 2.5 × (1 − 0.5) is less than 2.
      candidate('repeat', { score: 2.5, words: ['one', 'two', 'four'] }),
      candidate('other', { score: 2 }),
    ];
    expect(names(spread(all, read, 3, 1))).toEqual(['report', 'other', 'repeat']);
    expect(names(spread(all, read, 3, 0))).toEqual(['report', 'repeat', 'other']);
  });

  test('takes nothing for the same words months later', () => {
    const words = ['one', 'two', 'three'];
    const all = [
      candidate('report', { score: 3, words }),
      candidate('follow-up', { score: 2.5, words, visibleFrom: day(90) }),
      candidate('other', { score: 2 }),
    ];
    expect(names(spread(all, read, 3, 1))).toEqual(['report', 'follow-up', 'other']);
  });

  test('leaves out what begins like the story that is read, or like one above', () => {
    const lead = ['envoys', 'meet', 'harbour', 'monday'];
    const all = [
      candidate('copy of what is read', { score: 4, lead }),
      candidate('first', { score: 3, lead: ['talks', 'end', 'without', 'result'] }),
      candidate('copy', { score: 2, lead: ['talks', 'end', 'without', 'result', 'updated'] }),
      candidate('last', { score: 1 }),
    ];
    expect(names(spread(all, { ...read, lead: [...lead, 'late'] }, 4, 0))).toEqual([
      'first',
      'last',
    ]);
  });

  test('takes what begins the same days apart for a series, not for copies', () => {
    const lead = ['weather', 'rain', 'wind', 'west'];
    const all = [
      candidate('yesterday', { lead, visibleFrom: day(9) }),
      candidate('last week', { lead, visibleFrom: day(2) }),
    ];
    const today = { lead, visibleFrom: day(10) };
    expect(names(spread(all, today, 4, 1))).toEqual(['last week']);
  });

  test('leaves editors’ choices as they are, and lets others not repeat them', () => {
    const lead = ['talks', 'end', 'without', 'result'];
    const all = [
      candidate('pin', { step: 0, score: 0, lead }),
      candidate('second pin', { step: 0, score: -1, lead }),
      candidate('copy', { lead }),
      candidate('other', {}),
    ];
    expect(names(spread(all, { ...read, lead }, 4, 1))).toEqual(['pin', 'second pin', 'other']);
    expect(names(spread(all, { ...read, lead }, 1, 1))).toEqual(['pin']);
  });

  test('takes a later step only when the one before is used up', () => {
    const all = [
      candidate('related', { score: 0.01 }),
      candidate('newest', { step: 2, score: 0, words: null }),
      candidate('second newest', { step: 2, score: 0, words: null }),
    ];
    expect(names(spread(all, read, 3, 1))).toEqual(['related', 'newest', 'second newest']);
  });
});
