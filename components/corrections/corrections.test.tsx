import { it } from 'vitest';
import { expectSoundOutline, renderChecked } from '@/components/testing/check-html';
import { CorrectionsView } from './corrections';
import { examples } from './corrections.examples';

it.each(Object.entries(examples))('%s is sound HTML with a sound outline', async (_, props) => {
  expectSoundOutline(await renderChecked(<CorrectionsView {...props} />));
});
