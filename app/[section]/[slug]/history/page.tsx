import { loadHistoryPage } from '@/lib/page-models/history-page';
import { answerPage } from '../../../answer-page';
import type { RouteProps } from '../../../route-props';

export default async function HistoryRoute({
  params,
}: RouteProps<{ section: string; slug: string }>) {
  const { section, slug } = await params;
  return answerPage(`/${section}/${slug}/history`, (now) => loadHistoryPage(section, slug, now));
}
