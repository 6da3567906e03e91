import { describe, expect, test } from 'vitest';
import { parsePeriod } from './archive-dates';

describe('An address in the archive', () => {
  test.each([
    [['2025'], '2025', '2025-01-01', '2026-01-01', '/archive/2025'],
    [['2025', '12'], 'December 2025', '2025-12-01', '2026-01-01', '/archive/2025/12'],
    [['2024', '02', '29'], '29 February 2024', '2024-02-29', '2024-03-01', '/archive/2024/02/29'],
  ])('%j is a period in UTC', (parts, title, from, to, path) => {
    expect(parsePeriod(parts)).toMatchObject({
      title,
      path,
      from: new Date(`${from}T00:00:00Z`),
      to: new Date(`${to}T00:00:00Z`),
    });
  });

  test.each([
    [['25']],
    [['2025', '1']],
    [['2025', '13']],
    [['2025', '00']],
    [['2025', '02', '30']],
    [['2025', '12', '1']],
    [['2025', '12', '22', '1']],
    [[]],
  ])('%j is none', (parts) => {
    expect(parsePeriod(parts)).toBeNull();
  });
});
