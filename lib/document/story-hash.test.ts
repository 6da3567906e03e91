import { expect, test } from 'vitest';
import { storyHash } from './story-hash';
import { check } from './testing/content-folder';

test('A story that has its hash already has the same one', () => {
  const [article] = check().content?.articles ?? [];
  if (article === undefined) throw new Error('there is no story');
  expect(storyHash(article)).toBe(article.contentHash);
});
