import { parsePageNumber } from '@/lib/page-models/pagination';
import { loadTagsPage } from '@/lib/page-models/tags-page';
import { answerPage } from '../answer-page';
import type { RouteProps } from '../route-props';

export default async function TagsRoute({ searchParams }: RouteProps) {
  const page = parsePageNumber((await searchParams).page);
  return answerPage('/tags', (now) => loadTagsPage(page, now));
}
