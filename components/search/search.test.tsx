import { it } from 'vitest';
import { expectSoundOutline, renderChecked } from '@/components/testing/check-html';
import { SearchView } from './search';
import { examples } from './search.examples';

it.each(Object.entries(examples))('%s is sound HTML with a sound outline', async (_, props) => {
  expectSoundOutline(await renderChecked(<SearchView {...props} />));
});
