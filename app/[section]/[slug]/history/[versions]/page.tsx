import { loadComparisonPage } from '@/lib/page-models/comparison-page';
import { answerPage } from '../../../../answer-page';
import type { RouteProps } from '../../../../route-props';

export default async function ComparisonRoute({
  params,
}: RouteProps<{ section: string; slug: string; versions: string }>) {
  const { section, slug, versions } = await params;
  return answerPage(`/${section}/${slug}/history/${versions}`, (now) =>
    loadComparisonPage(section, slug, versions, now),
  );
}
