import { loadArticlePage } from '@/lib/page-models/article-page';
import { answerPage } from '../../answer-page';
import type { RouteProps } from '../../route-props';

export default async function ArticleRoute({
  params,
}: RouteProps<{ section: string; slug: string }>) {
  const { section, slug } = await params;
  return answerPage(`/${section}/${slug}`, (now) => loadArticlePage(section, slug, now));
}
