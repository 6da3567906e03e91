import { parsePageNumber } from '@/lib/page-models/pagination';
import { loadTagPage } from '@/lib/page-models/tag-page';
import { answerPage } from '../../answer-page';
import type { RouteProps } from '../../route-props';

export default async function TagRoute({ params, searchParams }: RouteProps<{ slug: string }>) {
  const { slug } = await params;
  const page = parsePageNumber((await searchParams).page);
  return answerPage(`/tag/${slug}`, (now) => loadTagPage(slug, page, now));
}
