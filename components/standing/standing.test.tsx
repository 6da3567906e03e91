import { it } from 'vitest';
import { expectSoundOutline, renderChecked } from '@/components/testing/check-html';
import { StandingView } from './standing';
import { examples } from './standing.examples';

it.each(Object.entries(examples))('%s is sound HTML with a sound outline', async (_, props) => {
  expectSoundOutline(await renderChecked(<StandingView {...props} />));
});
