import { expect, it } from 'vitest';
import { headingLevels, renderChecked } from '@/components/testing/check-html';
import { Frame } from './frame';
import { examples } from './frame.examples';

it.each(Object.entries(examples))(
  '%s is sound HTML and leaves every heading to the page',
  async (_, props) => {
    const html = await renderChecked(
      <Frame {...props}>
        <h1>A page</h1>
      </Frame>,
    );
    expect(headingLevels(html)).toEqual([1]);
  },
);

it('names the paper and its publisher, each with the way to its home', async () => {
  const html = await renderChecked(<Frame {...examples['six sections']}>text</Frame>);
  expect(html).toContain('<a href="/">PRISM News</a>');
  expect(html).toContain('<a href="https://liabooks.com/">Liabooks Home</a>');
});
