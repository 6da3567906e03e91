import { expect, it } from 'vitest';
import { expectSoundOutline, renderChecked } from '@/components/testing/check-html';
import { FrontView } from './front';
import { examples } from './front.examples';

it.each(Object.entries(examples))('%s is sound HTML with a sound outline', async (_, props) => {
  expectSoundOutline(await renderChecked(<FrontView {...props} />));
});

it('tells what is read most, and is silent where little was read', async () => {
  const html = await renderChecked(<FrontView {...examples['no picture at all']} />);
  expect(html.match(/Most read (today|this week)/g)).toHaveLength(2);
  const few = await renderChecked(<FrontView {...examples['two stories']} />);
  expect(few).not.toContain('Most read');
});
