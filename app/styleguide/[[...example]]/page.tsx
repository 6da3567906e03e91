import { answerPage } from '../../answer-page';
import { answerWith } from '../../response';
import type { RouteProps } from '../../route-props';
import { findExample } from '../catalogue';
import { Contents } from '../contents';
import { isStyleGuideOpen } from '../open';
import { loadTokens } from '../read-tokens';
import { Sheet } from '../sheet';
import { TokensView } from '../tokens-view';

/**
 * /styleguide lists every component in every state, /styleguide/tokens what they are made of, and
 * /styleguide/{component}/{example} shows one, from data that never changes and no database.
 */
export default async function StyleGuideRoute({ params }: RouteProps<{ example?: string[] }>) {
  const { example = [] } = await params;
  const path = ['/styleguide', ...example].join('/');
  const shown = isStyleGuideOpen() ? await show(example, path) : null;
  if (shown === null) return answerPage(path, async () => null);
  answerWith(200);
  return shown;
}

async function show([component, slug, ...rest]: readonly string[], path: string) {
  if (component === undefined) {
    return (
      <Sheet title="Style guide" path={path} framed>
        <Contents />
      </Sheet>
    );
  }
  if (component === 'tokens' && slug === undefined) {
    return (
      <Sheet title="Tokens" path={path} framed>
        <TokensView {...(await loadTokens())} />
      </Sheet>
    );
  }
  const found = rest.length === 0 ? findExample(component, slug) : null;
  if (found === null) return null;
  return (
    <Sheet
      title={`${found.example.title}, ${component}`}
      path={path}
      framed={found.component.framed}
    >
      {found.example.show()}
    </Sheet>
  );
}
