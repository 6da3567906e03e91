import { loadPreviewPage } from '@/lib/page-models/preview-page';
import { answerPage } from '../../answer-page';
import type { RouteProps } from '../../route-props';

export default async function PreviewRoute({ params }: RouteProps<{ token: string }>) {
  const { token } = await params;
  return answerPage(`/preview/${token}`, (now) => loadPreviewPage(token, now));
}
