import { describe, expect, it } from 'vitest';
import { isCalendarDate, parseInstant } from './instants';
import { parseTimespan } from './timespans';

describe('an instant', () => {
  it.each([
    ['2025-12-22T14:05:00Z', '2025-12-22T14:05:00.000Z'],
    ['2025-12-22T09:05:00-05:00', '2025-12-22T14:05:00.000Z'],
    ['2024-02-29T00:00:00+05:45', '2024-02-28T18:15:00.000Z'],
    ['0099-01-01T00:00:00Z', '0099-01-01T00:00:00.000Z'],
  ])('is read with its zone: %s', (text, iso) => {
    expect(parseInstant(text)).toEqual({ date: new Date(iso) });
  });

  it.each([
    '2025-12-22T14:05:00+0100',
    '2025-12-22T14:05:00z',
    '2025-12-22T14:05:00.5Z',
    '2025-12-22T14:05:00+15:00',
    '22.12.2025',
    '',
  ])('is not guessed at: %s', (text) => {
    expect(parseInstant(text)).toHaveProperty('message');
  });

  it('knows the calendar', () => {
    expect(isCalendarDate(2000, 2, 29)).toBe(true);
    expect(isCalendarDate(1900, 2, 29)).toBe(false);
    expect(isCalendarDate(2025, 13, 1)).toBe(false);
    expect(isCalendarDate(2025, 0, 1)).toBe(false);
  });
});

describe('a timespan', () => {
  it.each([
    ['1994', { from: '1994', to: null }],
    ['1994-12', { from: '1994-12', to: null }],
    ['1994-12-05/1995', { from: '1994-12-05', to: '1995' }],
    ['2022/2022-04', { from: '2022', to: '2022-04' }],
    ['2022-02-24/..', { from: '2022-02-24', to: 'ongoing' }],
  ])('is read: %s', (text, timespan) => {
    expect(parseTimespan(text)).toEqual(timespan);
  });

  it.each(['', '94', '1994-13', '1994-12-32', '../1994', '1994/1995/1996', '1995/1994', '1994/'])(
    'is refused: “%s”',
    (text) => {
      expect(parseTimespan(text)).toHaveProperty('message');
    },
  );
});
