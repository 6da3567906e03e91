import { expect, test } from 'vitest';
import { speculationRules } from './speculation';

test('rules are served as rules, and ask for moderate eagerness', () => {
  expect(speculationRules.status).toBe(200);
  expect(speculationRules.headers['content-type']).toBe('application/speculationrules+json');
  const { prerender } = JSON.parse(speculationRules.body.toString());
  expect(prerender).toMatchObject([{ eagerness: 'moderate' }]);
});
