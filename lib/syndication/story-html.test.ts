import { expect, test } from 'vitest';
import { storyHtml } from './story-html';
import { storyOf } from './testing/awkward-stories';

test('A story begins with its picture and ends with what was corrected', () => {
  const html = storyHtml(storyOf('Words'));
  expect(html).toMatch(/^<figure><img src="https:\/\/news\.example\/media\//);
  expect(html).toContain('<p><strong>Words</strong></p><p>Words</p><h2>Sources</h2>');
  expect(html).toMatch(
    /<h2>Correction<\/h2><ul><li><time datetime="2025-12-23T09:00:00.000Z">23 December 2025<\/time>: Words<\/li><\/ul>$/,
  );
});

test('A story in another language says so, and the paper’s own words below it do not', () => {
  const html = storyHtml({ ...storyOf('قال'), language: 'ar' });
  expect(html).toMatch(/^<div lang="ar" dir="rtl"><figure>.*<\/div><h2>Sources<\/h2>/s);
});
