import { expect, it } from 'vitest';
import { expectSoundOutline, renderChecked } from '@/components/testing/check-html';
import { ComparisonView } from './comparison';
import { examples } from './comparison.examples';

it.each(Object.entries(examples))('%s is sound HTML with a sound outline', async (_, props) => {
  expectSoundOutline(await renderChecked(<ComparisonView {...props} />));
});

it('tells additions and removals in words to those who only hear them', async () => {
  const html = await renderChecked(<ComparisonView {...examples['three fields']} />);
  expect(html.replaceAll(/<[^>]+>/g, '')).toContain('counted [removed: three][added: two] piers');
});

it('keeps its own words apart from those of a story in another language', async () => {
  const html = await renderChecked(<ComparisonView {...examples['right to left']} />);
  expect(html).toContain('<div lang="ar" dir="rtl">');
  expect(html).toContain('<p class="meta" lang="en" dir="ltr">12 paragraphs');
  expect(html).toContain('lang="en" dir="ltr">[removed: </span>طويلة');
});
