import { expect, it } from 'vitest';
import { expectSoundOutline, renderChecked } from '@/components/testing/check-html';
import { ArticleView } from './article';
import { examples } from './article.examples';

it.each(Object.entries(examples))('%s is sound HTML with a sound outline', async (_, props) => {
  expectSoundOutline(await renderChecked(<ArticleView {...props} />));
});

it('folds away what is too long to be read at once', async () => {
  const html = await renderChecked(
    <ArticleView
      {...examples['a headline of two hundred characters, three authors, forty tags']}
    />,
  );
  expect(html).toContain('<summary>28 more</summary>');
  expect(html.match(/href="\/tag\//g)).toHaveLength(40);
});
