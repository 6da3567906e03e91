import { expect, test } from 'vitest';
import { sampleArticle } from './sample-records';
import { buildSyndicatedStory } from './syndicated-story';

const updated = new Date('2025-12-23T09:00:00Z');
const corrected = new Date('2025-12-24T09:00:00Z');
const correction = { at: corrected, text: 'A name was misspelt.' };

test.each([
  ['its text', { contentUpdatedAt: updated }, updated],
  ['a correction to it', { contentUpdatedAt: updated, corrections: [correction] }, corrected],
])('A story is as new as %s', (_, changes, expected) => {
  expect(buildSyndicatedStory(sampleArticle(changes)).updated).toEqual(expected);
});

test('A story’s id stays while its address changes', () => {
  const before = buildSyndicatedStory(sampleArticle());
  const after = buildSyndicatedStory(
    sampleArticle({ slug: 'another', section: { slug: 'politics', name: 'Politics' } }),
  );
  expect(before.id).toBe('urn:uuid:00000000-0000-7000-8000-000000000001');
  expect(after.id).toBe(before.id);
  expect(after.url).not.toBe(before.url);
  expect(after.markdownUrl).toBe(`${after.url}.md`);
});
