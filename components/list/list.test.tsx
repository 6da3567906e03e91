import { it } from 'vitest';
import { expectSoundOutline, renderChecked } from '@/components/testing/check-html';
import { ListView } from './list';
import { examples } from './list.examples';

it.each(Object.entries(examples))('%s is sound HTML with a sound outline', async (_, props) => {
  expectSoundOutline(await renderChecked(<ListView {...props} />));
});
