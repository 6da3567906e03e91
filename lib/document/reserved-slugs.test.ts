import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RESERVED_SLUGS } from './reserved-slugs';

test('No section or page can take an address of the site’s own, with its ending or without', () => {
  const routes = readdirSync('app', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('['))
    .map(({ name }) => name.replace(/\..*$/, ''));
  expect(routes).toContain('robots');
  expect(routes.filter((name) => !RESERVED_SLUGS.has(name))).toEqual([]);
});
