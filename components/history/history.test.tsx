import { it } from 'vitest';
import { expectSoundOutline, renderChecked } from '@/components/testing/check-html';
import { HistoryView } from './history';
import { examples } from './history.examples';

it.each(Object.entries(examples))('%s is sound HTML with a sound outline', async (_, props) => {
  expectSoundOutline(await renderChecked(<HistoryView {...props} />));
});
