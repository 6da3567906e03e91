import { parsePageNumber } from '@/lib/page-models/pagination';
import { loadSearchPage, parseSearch } from '@/lib/page-models/search-page';
import { answerPage } from '../answer-page';
import type { RouteProps } from '../route-props';

export default async function SearchRoute({ searchParams }: RouteProps) {
  const parameters = await searchParams;
  const address = parseSearch(parameters);
  const page = parsePageNumber(parameters.page);
  return answerPage('/search', (now) => loadSearchPage(address, page, now));
}
