import { describe, expect, it } from 'vitest';
import { directives } from './body/directives';
import { contentReference } from './content-reference';
import { check, STORY, story } from './testing/content-folder';

const reference = contentReference();

describe('content/README.md', () => {
  it('describes every field', () => {
    const rows = reference.split('\n').filter((line) => /^\| `[^`]+` \| (yes)? ?\|/.test(line));
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) expect(row).toMatch(/\| [A-Z][^|]+\. .*\|$|\| [A-Z][^|]+[.:] \|/);
    expect(reference).not.toContain('undefined');
  });

  it.each(Object.entries(directives).filter(([name]) => name !== 'at'))(
    'shows an example that is read without a problem: %s',
    (_, { example }) => {
      const folder = { 'articles/world/map.png': '', [STORY]: story({}, example) };
      expect(check(folder).problems).toEqual([]);
    },
  );
});
