import { expect, test } from 'vitest';
import { speculationRules } from './speculation';

test('rules are in the header itself, and ask for moderate eagerness', async () => {
  const [, url = ''] = /^"(data:[^"\s]+)"$/.exec(speculationRules) ?? [];
  const response = await fetch(url);
  expect(response.headers.get('content-type')).toBe('application/speculationrules+json');
  expect(await response.json()).toMatchObject({ prerender: [{ eagerness: 'moderate' }] });
});
