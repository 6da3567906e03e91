import { parsePageNumber } from '@/lib/page-models/pagination';
import { loadSearchPage, parseSearchQuery } from '@/lib/page-models/search-page';
import { answerPage } from '../answer-page';
import type { RouteProps } from '../route-props';

export default async function SearchRoute({ searchParams }: RouteProps) {
  const parameters = await searchParams;
  const query = parseSearchQuery(parameters.q);
  const page = parsePageNumber(parameters.page);
  return answerPage('/search', (now) => loadSearchPage(query, page, now));
}
