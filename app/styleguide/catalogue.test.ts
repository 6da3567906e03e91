import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue';

test('the style guide shows every file of examples', () => {
  const files = readdirSync('components', { recursive: true, encoding: 'utf8' });
  const names = files.flatMap((file) => /([\w-]+)\.examples\.ts$/.exec(file)?.[1] ?? []);
  expect(names.length).toBeGreaterThan(8);
  expect(catalogue.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

test('every example has an address of its own', () => {
  for (const { name, examples } of catalogue) {
    const slugs = examples.map(({ slug }) => slug);
    expect(
      slugs.filter((slug, at) => slug === '' || slugs.indexOf(slug) !== at),
      name,
    ).toEqual([]);
  }
});
