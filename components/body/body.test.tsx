import { expect, it } from 'vitest';
import { headingLevels, renderChecked } from '@/components/testing/check-html';
import { examples as blocks } from './blocks.examples';
import { Body } from './body';
import { examples } from './body.examples';

it.each([...Object.entries(examples), ...Object.entries(blocks)])(
  '%s is sound HTML',
  async (_, props) => {
    await renderChecked(<Body {...props} />);
  },
);

it('puts the titles of blocks one level below the heading they stand under', async () => {
  const html = await renderChecked(<Body {...examples['every block']} />);
  expect(headingLevels(html)).toEqual([2, 2, 2, 3, 3]);
});

it('gives a range of dates two times, and a date that no machine reads none', async () => {
  const html = await renderChecked(<Body {...examples['every block']} />);
  expect(html).toContain(
    '<time dateTime="2025-12-19">Dec. 19</time>–<time dateTime="2025-12-21">21, 2025</time>',
  );
  expect(html).toContain('<a href="#recent-weeks">Recent Weeks</a>');
});

it('keeps the language of foreign words and of quotations', async () => {
  const html = await renderChecked(<Body {...examples['every block']} />);
  expect(html).toContain('<i class="foreign" lang="fr" dir="ltr">dernière étape</i>');
  expect(html).toContain('<blockquote lang="fr" dir="ltr">');
});

it('lets the keyboard scroll a table, and names it', async () => {
  const html = await renderChecked(<Body {...examples['a table without a caption']} />);
  expect(html).toContain('aria-label="Table: Country, 2020, 2021, 2022, 2023, 2024" tabindex="0"');
});

it('lets the first cell name its row', async () => {
  const html = await renderChecked(<Body {...examples['a table without a caption']} />);
  expect(html).toContain('<tbody><tr><th scope="row">');
});
