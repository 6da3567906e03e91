import { expect, it } from 'vitest';
import { renderChecked } from '@/components/testing/check-html';
import { Trail } from './trail';
import { examples } from './trail.examples';

it.each(Object.entries(examples))('%s is sound HTML', async (_, props) => {
  await renderChecked(<Trail {...props} />);
});

it('leads to the story once by keyboard', async () => {
  const html = await renderChecked(<Trail {...examples['second with a picture']} />);
  expect(html).toContain('<a class="picture" href="/world/story-1" tabindex="-1">');
});

it('says the language and direction of a headline that is not in the page’s own', async () => {
  const arabic = examples['list item in Arabic, no kicker, no standfirst'];
  expect(await renderChecked(<Trail {...arabic} />)).toContain('<h2 lang="ar" dir="rtl">');
});
