import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const FOLDERS = ['components', 'app'];
/** What says nothing of how a page is laid out. */
const COLOURS =
  /^(forced-color-adjust|(background|border|outline|text-decoration)-color|background|color|fill|stroke)$/;

const sheets = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8')),
);

test('Forced colours change colours alone, at every width alike: pages are tried in them at one', () => {
  const queries = sheets.flatMap((css) => css.match(/@media[^{]*forced-colors[^{]*/g) ?? []);
  expect(queries.map((query) => query.trim())).toEqual(['@media (forced-colors: active)']);
  const [block = ''] = sheets.flatMap(
    (css) => css.match(/@media \(forced-colors: active\) \{(?:[^{}]*\{[^{}]*\})*/) ?? [],
  );
  const properties = [...block.matchAll(/([\w-]+):\s[^;{}]+;/g)].map(([, property]) => property);
  expect(properties.length).toBeGreaterThan(0);
  for (const property of properties) expect(property).toMatch(COLOURS);
});
