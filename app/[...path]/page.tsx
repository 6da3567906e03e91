import { answerPage } from '../answer-page';
import type { RouteProps } from '../route-props';

/** Every address that no other route knows: a 404 that suggests near matches. */
export default async function UnknownRoute({ params }: RouteProps<{ path: string[] }>) {
  const { path } = await params;
  return answerPage(`/${path.join('/')}`, async () => null);
}
