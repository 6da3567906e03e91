import { expect, it } from 'vitest';
import { renderChecked } from '@/components/testing/check-html';
import { MostRead } from './most-read';
import { examples, nothing } from './most-read.examples';

it.each(Object.entries(examples))('%s is sound HTML', async (_, props) => {
  await renderChecked(<MostRead {...props} />);
});

it('ranks each list in an ordered list of its own, under its own heading', async () => {
  const html = await renderChecked(<MostRead {...examples['today and this week']} />);
  for (const [id, title] of [
    ['most-read-today', 'Most read today'],
    ['most-read-week', 'Most read this week'],
  ]) {
    expect(html).toContain(
      `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2><ol class="trails ranked"><li>`,
    );
  }
});

it('is silent of what was too little read', async () => {
  const week = await renderChecked(<MostRead {...examples['this week alone']} />);
  expect(week).not.toContain('today');
  expect(await renderChecked(<MostRead mostRead={nothing} />)).not.toContain('read');
});
