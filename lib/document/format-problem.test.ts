import { describe, expect, it } from 'vitest';
import type { Problem } from './documents';
import { formatProblem } from './format-problem';

const PROBLEM: Problem = {
  severity: 'error',
  file: 'articles/world/a.md',
  line: 4,
  column: 8,
  field: 'tags[0]',
  message: '“ukrain” is not a tag',
  remedy: 'did you mean ukraine?',
};

describe('a problem for the terminal', () => {
  it('shows its place, what is wrong, how to mend it, and the line', () => {
    expect(formatProblem(PROBLEM, 'tags: [ukrain]')).toBe(
      [
        'articles/world/a.md:4:8 tags[0]: “ukrain” is not a tag; did you mean ukraine?',
        '    tags: [ukrain]',
        '           ^',
      ].join('\n'),
    );
  });

  it('says when it is only a warning, and may stand without a line', () => {
    expect(formatProblem({ ...PROBLEM, severity: 'warning' }, null)).toBe(
      'articles/world/a.md:4:8 warning: tags[0]: “ukrain” is not a tag; did you mean ukraine?',
    );
  });

  it('cuts a long line round the place', () => {
    const [, shown = '', mark = ''] = formatProblem(
      { ...PROBLEM, column: 201 },
      `${'a'.repeat(200)}X${'b'.repeat(200)}`,
    ).split('\n');
    expect(shown).toBe(`    …${'a'.repeat(40)}X${'b'.repeat(55)}…`);
    expect(shown[mark.indexOf('^')]).toBe('X');
  });
});
