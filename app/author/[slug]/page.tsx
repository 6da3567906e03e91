import { loadAuthorPage } from '@/lib/page-models/author-page';
import { parsePageNumber } from '@/lib/page-models/pagination';
import { answerPage } from '../../answer-page';
import type { RouteProps } from '../../route-props';

export default async function AuthorRoute({ params, searchParams }: RouteProps<{ slug: string }>) {
  const { slug } = await params;
  const page = parsePageNumber((await searchParams).page);
  return answerPage(`/author/${slug}`, (now) => loadAuthorPage(slug, page, now));
}
